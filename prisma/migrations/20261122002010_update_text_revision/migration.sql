-- AlterTable
ALTER TABLE "signer_update_text" ADD COLUMN     "other_body" TEXT,
ADD COLUMN     "other_subject" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;
