-- By which signatures of one mailbox are told, and by which mail domain a form is counted when it is confirmed.
ALTER TABLE "pending_signature" ADD COLUMN "mailbox_index" BYTEA;
ALTER TABLE "pending_signature" ADD COLUMN "domain_index" BYTEA;
ALTER TABLE "signature" ADD COLUMN "mailbox_index" BYTEA;

-- CreateIndex
CREATE INDEX "signature_mailbox" ON "signature"("petition_id", "mailbox_index");
