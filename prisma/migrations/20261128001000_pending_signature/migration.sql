-- CreateTable
CREATE TABLE "pending_signature" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "form" BYTEA NOT NULL,
    "text_sha256" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "display" "display" NOT NULL,
    "updates" BOOLEAN NOT NULL,
    "has_comment" BOOLEAN NOT NULL,
    "via" TEXT,
    "sealed" BYTEA NOT NULL,
    "own" BYTEA,
    "token_hash" BYTEA NOT NULL,
    "content_mac" BYTEA NOT NULL,
    "commitment" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "signals" TEXT NOT NULL DEFAULT '',
    "suspicious" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pending_signature_pkey" PRIMARY KEY ("petition_id","email_index","form")
);

-- CreateTable
CREATE TABLE "spent_link" (
    "token_hash" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "petition_id" UUID NOT NULL,
    "forget_on" DATE NOT NULL,

    CONSTRAINT "spent_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "pending_signature_token_hash_idx" ON "pending_signature"("token_hash");

-- CreateIndex
CREATE INDEX "pending_signature_received_at_idx" ON "pending_signature"("received_at");

-- CreateIndex
CREATE INDEX "spent_link_forget_on_idx" ON "spent_link"("forget_on");

ALTER TABLE "pending_signature"
  ADD CONSTRAINT "pending_signature_sizes" CHECK (
    octet_length(email_index) = 32 AND octet_length(form) = 32 AND octet_length(text_sha256) = 32
    AND octet_length(token_hash) = 32 AND octet_length(content_mac) = 32 AND octet_length(commitment) = 32),
  ADD CONSTRAINT "pending_signature_country_form" CHECK (country ~ '^[A-Z]{2}$');

ALTER TABLE "spent_link"
  ADD CONSTRAINT "spent_link_reason" CHECK (reason IN ('superseded', 'expired', 'dismissed'));

-- What waits keeps its link. Its content cannot be put where the page could show it: that takes the private key.
INSERT INTO "pending_signature" (petition_id, email_index, form, text_sha256, locale, country, display, updates, has_comment,
  via, sealed, token_hash, content_mac, commitment, received_at, signals, suspicious)
SELECT petition_id, email_index, sha256(content_mac || token_hash), text_sha256, locale, country, display, updates, has_comment,
  via, sealed, token_hash, content_mac, commitment, received_at, signals, suspicious
FROM "signature" WHERE state = 'pending';

-- A signature is what a mailbox has confirmed. What staff set aside or a person took back before that was never one.
DELETE FROM "signature" WHERE confirmed_at IS NULL;

DROP INDEX "signature_pending";

ALTER TABLE "signature"
  DROP CONSTRAINT "signature_pending_unconfirmed",
  DROP CONSTRAINT "signature_confirmed_has_time",
  ADD CONSTRAINT "signature_is_confirmed" CHECK (state <> 'pending' AND confirmed_at IS NOT NULL),
  ALTER COLUMN "state" DROP DEFAULT;
