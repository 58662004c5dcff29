-- Entries of the ledger whose signature was lost with a database (docs/operations/backups.md).
CREATE TABLE "lost_signature" (
    "petition_id" UUID NOT NULL,
    "leaf_index" BIGINT NOT NULL,

    CONSTRAINT "lost_signature_pkey" PRIMARY KEY ("petition_id","leaf_index")
);
