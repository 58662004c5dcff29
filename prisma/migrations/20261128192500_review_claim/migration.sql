-- Who of the staff has which held signature or comment under review, and what was decided (lib/review).
CREATE TABLE "review_claim" (
    "queue" TEXT NOT NULL,
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT,
    "batch" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "action_id" UUID,

    CONSTRAINT "review_claim_pkey" PRIMARY KEY ("queue","petition_id","email_index"),
    CONSTRAINT "review_claim_queue" CHECK (queue IN ('held', 'comments')),
    CONSTRAINT "review_claim_verdict" CHECK (verdict IN ('release', 'fraud', 'duplicate', 'skip')),
    -- A decision has a time and a batch, and nothing else has; only one on a held signature waits.
    CONSTRAINT "review_claim_decided" CHECK (
      (verdict IS NOT NULL AND verdict <> 'skip') = (decided_at IS NOT NULL AND batch IS NOT NULL)
      AND (decided_at IS NOT NULL OR (due_at IS NULL AND action_id IS NULL))
      AND (queue = 'held' OR decided_at IS NULL) AND (due_at IS NULL OR action_id IS NULL))
);
CREATE INDEX "review_claim_staff_id_idx" ON "review_claim"("staff_id");
CREATE INDEX "review_claim_due_at_idx" ON "review_claim"("due_at");
ALTER TABLE "review_claim" ADD CONSTRAINT "review_claim_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;
