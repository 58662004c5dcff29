-- When a petition's next batch of leaves is published: drawn once, and kept over restarts.

-- CreateTable
CREATE TABLE "ledger_batch" (
    "petition_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "full" BOOLEAN NOT NULL DEFAULT false,
    "recent" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "recent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_batch_pkey" PRIMARY KEY ("petition_id")
);

-- What Prisma's schema language cannot say.

ALTER TABLE "ledger_batch" ADD CONSTRAINT "ledger_batch_open_has_times" CHECK ((opened_at IS NULL) = (due_at IS NULL));
