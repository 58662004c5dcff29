-- AlterTable
ALTER TABLE "pending_signature" ADD COLUMN "no_reminder" BOOLEAN NOT NULL DEFAULT false;
