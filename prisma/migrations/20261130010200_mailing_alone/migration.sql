-- One person alone mails a hundred signers. Mailings of before may have one more, by a signature that was released as they
-- were sent; each of their rows is still written, so the rule leaves them out.
ALTER TABLE mailing ADD CONSTRAINT mailing_alone_few
  CHECK (approved_by IS NOT NULL OR queued <= 100 OR started_at < '2026-12-01') NOT VALID;
