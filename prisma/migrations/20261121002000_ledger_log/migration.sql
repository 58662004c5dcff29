-- The tree over the leaves, its signed heads, and what goes with them.

-- CreateTable
CREATE TABLE "ledger_tile" (
    "petition_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "index" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "ledger_tile_pkey" PRIMARY KEY ("petition_id","level","index")
);

-- CreateTable
CREATE TABLE "ledger_log" (
    "petition_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "vkeys" TEXT[],
    "policy" TEXT NOT NULL,

    CONSTRAINT "ledger_log_pkey" PRIMARY KEY ("petition_id")
);

-- CreateTable
CREATE TABLE "ledger_checkpoint" (
    "petition_id" UUID NOT NULL,
    "size" BIGINT NOT NULL,
    "net" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY ("petition_id","size")
);

-- CreateTable
CREATE TABLE "ledger_witness" (
    "petition_id" UUID NOT NULL,
    "vkey" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "cosigned_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "ledger_witness_pkey" PRIMARY KEY ("petition_id","vkey")
);

-- CreateTable
CREATE TABLE "ledger_correction" (
    "petition_id" UUID NOT NULL,
    "index" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "rule" SMALLINT NOT NULL,
    "leaves" INTEGER NOT NULL,
    "signatures" BIGINT NOT NULL,
    "approvals" SMALLINT NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_correction_pkey" PRIMARY KEY ("petition_id","index")
);

-- CreateTable
CREATE TABLE "paper_entry" (
    "petition_id" UUID NOT NULL,
    "record" BYTEA NOT NULL,
    "signatures" INTEGER NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "leaf_index" BIGINT,

    CONSTRAINT "paper_entry_pkey" PRIMARY KEY ("petition_id","record")
);

-- AlterTable
ALTER TABLE "retraction" ADD COLUMN "approvals" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN "decision" UUID,
ADD COLUMN "rule" SMALLINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "ledger_log_origin_key" ON "ledger_log"("origin");

-- What Prisma's schema language cannot say.

ALTER TABLE "ledger_tile" ADD CONSTRAINT "ledger_tile_sizes" CHECK (
  level >= 0 AND index >= 0 AND octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0);

ALTER TABLE "ledger_leaf" ADD CONSTRAINT "ledger_leaf_size" CHECK (octet_length(leaf) = 42);

ALTER TABLE "ledger_checkpoint" ADD CONSTRAINT "ledger_checkpoint_sizes" CHECK (
  size >= 0 AND net >= 0 AND octet_length(root) = 32);

ALTER TABLE "ledger_correction" ADD CONSTRAINT "ledger_correction_sizes" CHECK (
  index >= 0 AND leaves > 0 AND signatures > 0 AND approvals >= 0);

ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_sizes" CHECK (octet_length(record) = 32 AND signatures > 0);
CREATE INDEX "paper_entry_to_append" ON "paper_entry" (petition_id) WHERE leaf_index IS NULL;

-- One leaf can stand for a whole sheet of signatures.
ALTER TABLE "petition_total"
  DROP CONSTRAINT "petition_total_net_within_size",
  ADD CONSTRAINT "petition_total_not_negative" CHECK (net >= 0 AND size >= 0);

-- A sheet of paper has no country.
ALTER TABLE "retraction"
  DROP CONSTRAINT "retraction_country_until_appended",
  ADD CONSTRAINT "retraction_no_country_once_appended" CHECK (retracted_index IS NULL OR country IS NULL);
