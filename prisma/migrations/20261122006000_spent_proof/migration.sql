-- Tasks that were solved and used, so that each is good once.
CREATE TABLE "spent_proof" (
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_proof_pkey" PRIMARY KEY ("hash")
);
