-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "signals" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suspicious" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "appeal" BYTEA,
ADD COLUMN     "appealed_at" TIMESTAMPTZ(3);
