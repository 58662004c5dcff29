-- CreateEnum
CREATE TYPE "NextAct" AS ENUM ('share', 'write', 'read');

-- AlterTable
ALTER TABLE "petition" ADD COLUMN "next_act" "NextAct" NOT NULL DEFAULT 'share';
