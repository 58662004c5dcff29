-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id"),
    -- Nobody agrees with themselves, whatever the code says.
    CONSTRAINT "approval_two_people" CHECK (approved_at IS NULL OR (decided_by IS NOT NULL AND decided_by <> asked_by)),
    CONSTRAINT "approval_decided_once" CHECK (approved_at IS NULL OR refused_at IS NULL),
    CONSTRAINT "approval_within_a_day" CHECK (approved_at < asked_at + interval '24 hours')
);

-- CreateIndex
CREATE INDEX "approval_asked_at_idx" ON "approval"("asked_at");

-- The same thing waits once.
CREATE UNIQUE INDEX "approval_waiting" ON "approval"("verb", "subject") WHERE approved_at IS NULL AND refused_at IS NULL;
