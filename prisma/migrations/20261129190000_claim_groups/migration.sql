-- Given out at once: shown together.
ALTER TABLE review_claim ADD COLUMN together uuid;
-- Left held, with a note.
ALTER TABLE review_claim DROP CONSTRAINT review_claim_verdict;
ALTER TABLE review_claim ADD CONSTRAINT review_claim_verdict
  CHECK (verdict IN ('release', 'fraud', 'duplicate', 'skip', 'leave')) NOT VALID;
