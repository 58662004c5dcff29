-- AlterTable
ALTER TABLE "application" ADD COLUMN "own" BYTEA;
