-- CreateTable
CREATE TABLE "receipt_request" (
    "token_hash" BYTEA NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" BYTEA,

    CONSTRAINT "receipt_request_pkey" PRIMARY KEY ("token_hash")
);

-- What Prisma's schema language cannot say.

ALTER TABLE "receipt_request" ADD CONSTRAINT "receipt_request_token_hash_size" CHECK (octet_length(token_hash) = 32);
