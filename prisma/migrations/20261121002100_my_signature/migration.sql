-- CreateTable
CREATE TABLE "own_link" (
    "token_hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "address_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "erasure" (
    "hash" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "filed_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "own_link_address_index_idx" ON "own_link"("address_index");
