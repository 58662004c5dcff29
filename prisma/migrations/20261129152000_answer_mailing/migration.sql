-- AlterTable
ALTER TABLE "mailing" ADD COLUMN "answer_id" UUID;
