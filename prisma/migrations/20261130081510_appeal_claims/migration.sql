-- Appeals are given out like the other reviews.
ALTER TABLE review_claim DROP CONSTRAINT review_claim_queue;
ALTER TABLE review_claim ADD CONSTRAINT review_claim_queue CHECK (queue IN ('held', 'appeals', 'comments')) NOT VALID;
