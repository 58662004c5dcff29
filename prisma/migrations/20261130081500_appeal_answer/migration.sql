-- What staff answered the signer of a held or removed signature, and when; an appeal that came later waits again.
ALTER TABLE signature ADD COLUMN appeal_answer text;
ALTER TABLE signature ADD COLUMN appeal_answered_at timestamp(3) with time zone;
ALTER TABLE signature ADD CONSTRAINT signature_appeal_answer_known
  CHECK (appeal_answer IN ('counts', 'fraud', 'duplicate', 'waits')) NOT VALID;
