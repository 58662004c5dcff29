-- Reads the table, and keeps nobody from writing.
ALTER TABLE review_claim VALIDATE CONSTRAINT review_claim_queue;
