-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "update_id" UUID;

-- CreateTable
CREATE TABLE "suppression" (
    "address_hash" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "suppressed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("address_hash")
);

-- CreateTable
CREATE TABLE "suppressed_signature" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "address_hash" BYTEA NOT NULL,

    CONSTRAINT "suppressed_signature_pkey" PRIMARY KEY ("petition_id","email_index")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signer_update" (
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" UUID,
    "approved_by" UUID,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "cursor" BYTEA,
    "queued_at" TIMESTAMPTZ(3),
    "recipients" INTEGER NOT NULL DEFAULT 0,
    "queued" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "signer_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signer_update_text" (
    "update_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "signer_update_text_pkey" PRIMARY KEY ("update_id","locale")
);

-- CreateTable
CREATE TABLE "comment" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "comment_mac" BYTEA NOT NULL,
    "content_mac" BYTEA NOT NULL,
    "text" TEXT,
    "name" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("petition_id","email_index")
);

-- CreateTable
CREATE TABLE "listed_signer" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "content_mac" BYTEA NOT NULL,
    "batch" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "listed_signer_pkey" PRIMARY KEY ("petition_id","email_index")
);

-- CreateTable
CREATE TABLE "signer_listing" (
    "petition_id" UUID NOT NULL,
    "batch" INTEGER NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signer_listing_pkey" PRIMARY KEY ("petition_id")
);

-- CreateIndex
CREATE INDEX "suppressed_signature_address_hash_idx" ON "suppressed_signature"("address_hash");

-- CreateIndex
CREATE INDEX "signer_update_created_at_idx" ON "signer_update"("created_at");

-- AddForeignKey
ALTER TABLE "suppressed_signature" ADD CONSTRAINT "suppressed_signature_address_hash_fkey" FOREIGN KEY ("address_hash") REFERENCES "suppression"("address_hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressed_signature" ADD CONSTRAINT "suppressed_signature_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signer_update_text" ADD CONSTRAINT "signer_update_text_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "signer_update"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listed_signer" ADD CONSTRAINT "listed_signer_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

ALTER TABLE "suppression"
  ADD CONSTRAINT "suppression_hash_size" CHECK (octet_length(address_hash) = 32),
  ADD CONSTRAINT "suppression_reason_known" CHECK (reason IN ('bounce', 'complaint'));

ALTER TABLE "signer_update"
  ADD CONSTRAINT "signer_update_stage_known" CHECK (stage IN ('draft', 'sending', 'stopped', 'done')),
  ADD CONSTRAINT "signer_update_started" CHECK (stage = 'draft' OR (started_at IS NOT NULL AND started_by IS NOT NULL)),
  ADD CONSTRAINT "signer_update_two_people" CHECK (approved_by IS NULL OR approved_by <> started_by);

ALTER TABLE "comment"
  ADD CONSTRAINT "comment_decision_known" CHECK (decision IN ('approved', 'rejected')),
  ADD CONSTRAINT "comment_approved_is_shown" CHECK ((decision = 'approved') = (text IS NOT NULL AND name IS NOT NULL)),
  ADD CONSTRAINT "comment_rejected_has_reason" CHECK ((decision = 'rejected') = (reason IS NOT NULL));

-- Whom an update goes to, in the order it goes.
CREATE INDEX "signature_wants_updates" ON "signature" (petition_id, token_hash)
  WHERE updates AND state IN ('confirmed', 'counted');
-- Who may be named, newest first.
CREATE INDEX "signature_named" ON "signature" (petition_id, counted_at) WHERE display = 'full' AND state = 'counted';
CREATE INDEX "mail_of_update" ON "mail" (update_id) WHERE update_id IS NOT NULL;
CREATE INDEX "comment_shown" ON "comment" (petition_id) WHERE decision = 'approved';
CREATE INDEX "signer_update_open" ON "signer_update" (started_at) WHERE stage IN ('sending', 'stopped');
