-- AlterTable
ALTER TABLE "share_plate" ADD COLUMN "sha256" TEXT;

UPDATE "share_plate" SET "sha256" = encode(sha256("bytes"), 'hex');
