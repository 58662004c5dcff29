-- The BRIN index could not give the newest rows in order; at the right edge a B-tree costs little more.
DROP INDEX "signature_received";

-- CreateTable
CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "undoes" UUID,
    "cursor" BYTEA,
    "total" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "act_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "seen" "signature_state" NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "changed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("act_id","email_index")
);

-- CreateIndex
CREATE INDEX "bulk_act_asked_at_idx" ON "bulk_act"("asked_at");

-- CreateIndex
CREATE INDEX "signature_received" ON "signature"("received_at");

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "bulk_act"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

-- For the lists of the desk: few rows each, so that signing hardly notices.
CREATE INDEX "signature_set_aside" ON "signature" (state, received_at) WHERE state IN ('held', 'removed', 'withdrawn');
CREATE INDEX "signature_via" ON "signature" (via, received_at) WHERE via IS NOT NULL;
CREATE INDEX "signature_comment" ON "signature" (received_at) WHERE has_comment;

ALTER TABLE "bulk_act"
  ADD CONSTRAINT "bulk_act_verb_known" CHECK (verb IN ('hold', 'release', 'remove', 'restore')),
  ADD CONSTRAINT "bulk_act_stage_known" CHECK (
    stage IN ('counting', 'ready', 'waiting', 'running', 'done', 'cancelled', 'expired')),
  ADD CONSTRAINT "bulk_act_numbers" CHECK (total >= 0 AND changed >= 0 AND skipped >= 0),
  -- Two people, above a number that the code knows too (lib/signatures/bulk/needs-two.ts).
  ADD CONSTRAINT "bulk_act_two_people" CHECK (
    NOT (verb = 'remove' AND total > 100 AND stage IN ('running', 'done'))
    OR (approved_by IS NOT NULL AND approved_by <> asked_by));

CREATE INDEX "bulk_act_open" ON "bulk_act" (stage) WHERE stage IN ('counting', 'running', 'waiting');
CREATE INDEX "bulk_item_to_do" ON "bulk_item" (act_id, email_index) WHERE done_at IS NULL;
