-- AlterTable
ALTER TABLE "mailing" ADD COLUMN "answer_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "mailing_answer_id_key" ON "mailing"("answer_id");
