-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "content" TEXT,
ADD COLUMN     "done_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "stopped_at" TIMESTAMPTZ(3),
ADD COLUMN     "stopped_by" UUID;

-- AlterTable
ALTER TABLE "data_export" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "staff_sponsor" (
    "staff_id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_sponsor_pkey" PRIMARY KEY ("staff_id","sponsor_id")
);

-- CreateIndex
CREATE INDEX "staff_sponsor_sponsor_id_idx" ON "staff_sponsor"("sponsor_id");

-- AddForeignKey
ALTER TABLE "staff_sponsor" ADD CONSTRAINT "staff_sponsor_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_sponsor" ADD CONSTRAINT "staff_sponsor_sponsor_id_fkey" FOREIGN KEY ("sponsor_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "staff_sponsor" ADD CONSTRAINT "staff_sponsor_two_people" CHECK (staff_id <> sponsor_id);

-- What was agreed to before was done in the same moment.
UPDATE "approval" SET "done_at" = "approved_at" WHERE "approved_at" IS NOT NULL;

-- Done or stopped, once, and only what two people agreed to; what is delayed, not before its time.
ALTER TABLE "approval"
  ADD CONSTRAINT "approval_done_if_agreed" CHECK (done_at IS NULL OR approved_at IS NOT NULL),
  ADD CONSTRAINT "approval_done_when_due" CHECK (due_at IS NULL OR (approved_at IS NOT NULL AND (done_at IS NULL OR done_at >= due_at))),
  ADD CONSTRAINT "approval_done_or_stopped" CHECK (done_at IS NULL OR stopped_at IS NULL),
  ADD CONSTRAINT "approval_stopped_if_agreed" CHECK (stopped_at IS NULL OR approved_at IS NOT NULL);

-- The same thing waits or is scheduled once.
DROP INDEX "approval_waiting";
CREATE UNIQUE INDEX "approval_open" ON "approval"("verb", "subject")
  WHERE refused_at IS NULL AND done_at IS NULL AND stopped_at IS NULL;
CREATE INDEX "approval_due" ON "approval"("due_at") WHERE due_at IS NOT NULL AND done_at IS NULL AND stopped_at IS NULL;
