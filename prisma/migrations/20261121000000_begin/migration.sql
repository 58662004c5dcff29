-- CreateEnum
CREATE TYPE "petition_status" AS ENUM ('draft', 'open', 'closed', 'won', 'delivered');

-- CreateEnum
CREATE TYPE "signature_state" AS ENUM ('pending', 'confirmed', 'counted', 'held', 'removed', 'withdrawn');

-- CreateEnum
CREATE TYPE "display" AS ENUM ('full', 'initials', 'hidden');

-- CreateEnum
CREATE TYPE "leaf_kind" AS ENUM ('sign', 'retract', 'paper');

-- CreateTable
CREATE TABLE "petition" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "petition_status" NOT NULL DEFAULT 'draft',
    "goal" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "won_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "petition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "petition_text" (
    "petition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "asks" TEXT[],
    "body" TEXT NOT NULL,
    "story" TEXT,
    "sha256" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "petition_text_pkey" PRIMARY KEY ("petition_id","locale","version")
);

-- CreateTable
CREATE TABLE "petition_total" (
    "petition_id" UUID NOT NULL,
    "size" BIGINT NOT NULL DEFAULT 0,
    "net" BIGINT NOT NULL DEFAULT 0,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "petition_total_pkey" PRIMARY KEY ("petition_id")
);

-- CreateTable
CREATE TABLE "country_total" (
    "petition_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "net" BIGINT NOT NULL,

    CONSTRAINT "country_total_pkey" PRIMARY KEY ("petition_id","country")
);

-- CreateTable
CREATE TABLE "hour_total" (
    "petition_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "net" BIGINT NOT NULL,

    CONSTRAINT "hour_total_pkey" PRIMARY KEY ("petition_id","hour")
);

-- CreateTable
CREATE TABLE "signature" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "state" "signature_state" NOT NULL DEFAULT 'pending',
    "text_sha256" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "display" "display" NOT NULL,
    "updates" BOOLEAN NOT NULL,
    "has_comment" BOOLEAN NOT NULL,
    "via" TEXT,
    "sealed" BYTEA NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "commitment" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "counted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "leaf_index" BIGINT,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("petition_id","email_index")
);

-- CreateTable
CREATE TABLE "ledger_leaf" (
    "petition_id" UUID NOT NULL,
    "index" BIGINT NOT NULL,
    "kind" "leaf_kind" NOT NULL,
    "leaf" BYTEA NOT NULL,

    CONSTRAINT "ledger_leaf_pkey" PRIMARY KEY ("petition_id","index")
);

-- CreateTable
CREATE TABLE "retraction" (
    "petition_id" UUID NOT NULL,
    "leaf_index" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "country" CHAR(2),
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_index" BIGINT,

    CONSTRAINT "retraction_pkey" PRIMARY KEY ("petition_id","leaf_index")
);

-- CreateTable
CREATE TABLE "mail" (
    "address_index" BYTEA NOT NULL,
    "day" DATE NOT NULL,
    "slot" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "petition_id" UUID,
    "email_index" BYTEA,
    "sealed" BYTEA,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID,
    "first_attempt_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("address_index","day","slot")
);

-- CreateTable
CREATE TABLE "day_key" (
    "purpose" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "day_key_pkey" PRIMARY KEY ("purpose","day")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "worker" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("worker")
);

-- CreateIndex
CREATE UNIQUE INDEX "petition_slug_key" ON "petition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "petition_text_petition_id_sha256_key" ON "petition_text"("petition_id", "sha256");

-- CreateIndex
CREATE INDEX "signature_token_hash_idx" ON "signature"("token_hash");

-- AddForeignKey
ALTER TABLE "petition_text" ADD CONSTRAINT "petition_text_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_total" ADD CONSTRAINT "petition_total_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "petition"
  ADD CONSTRAINT "petition_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  ADD CONSTRAINT "petition_goal_positive" CHECK (goal > 0),
  ADD CONSTRAINT "petition_open_has_date" CHECK (status = 'draft' OR opened_at IS NOT NULL);

ALTER TABLE "petition_text"
  ADD CONSTRAINT "petition_text_sha256_size" CHECK (octet_length(sha256) = 32),
  ADD CONSTRAINT "petition_text_version_positive" CHECK (version > 0);

ALTER TABLE "petition_total"
  ADD CONSTRAINT "petition_total_net_within_size" CHECK (net >= 0 AND net <= size);

ALTER TABLE "country_total" ADD CONSTRAINT "country_total_not_negative" CHECK (net >= 0);

ALTER TABLE "signature"
  ADD CONSTRAINT "signature_sizes" CHECK (
    octet_length(email_index) = 32 AND octet_length(text_sha256) = 32
    AND octet_length(token_hash) = 32 AND octet_length(commitment) = 32),
  ADD CONSTRAINT "signature_country_form" CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "signature_pending_unconfirmed" CHECK (state <> 'pending' OR (confirmed_at IS NULL AND leaf_index IS NULL)),
  ADD CONSTRAINT "signature_confirmed_has_time" CHECK (state NOT IN ('confirmed', 'counted') OR confirmed_at IS NOT NULL),
  ADD CONSTRAINT "signature_counted_has_leaf" CHECK (state <> 'counted' OR (counted_at IS NOT NULL AND leaf_index IS NOT NULL)),
  ADD CONSTRAINT "signature_withdrawn_has_time" CHECK (state <> 'withdrawn' OR withdrawn_at IS NOT NULL);

CREATE INDEX "signature_to_count" ON "signature" (petition_id, confirmed_at) WHERE state = 'confirmed';
CREATE INDEX "signature_received" ON "signature" USING brin (received_at);

ALTER TABLE "ledger_leaf" ADD CONSTRAINT "ledger_leaf_index_not_negative" CHECK (index >= 0);

ALTER TABLE "retraction" ADD CONSTRAINT "retraction_country_until_appended" CHECK ((country IS NULL) = (retracted_index IS NOT NULL));

CREATE INDEX "retraction_to_append" ON "retraction" (petition_id) WHERE retracted_index IS NULL;

ALTER TABLE "mail"
  ADD CONSTRAINT "mail_two_a_day" CHECK (slot IN (1, 2)),
  ADD CONSTRAINT "mail_address_index_size" CHECK (octet_length(address_index) = 32),
  ADD CONSTRAINT "mail_subject_or_payload" CHECK (sent_at IS NOT NULL OR failed_at IS NOT NULL OR email_index IS NOT NULL OR sealed IS NOT NULL);

CREATE INDEX "mail_to_send" ON "mail" (not_before) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX "mail_batch" ON "mail" (batch_id) WHERE batch_id IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL;

ALTER TABLE "day_key" ADD CONSTRAINT "day_key_size" CHECK (octet_length(key) = 32);
