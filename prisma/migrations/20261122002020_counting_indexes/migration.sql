-- Counting recipients and waiting comments from indexes alone; the newest approved comments without the others.
DROP INDEX "signature_wants_updates";
CREATE INDEX "signature_wants_updates" ON "signature" (petition_id, token_hash) INCLUDE (confirmed_at, email_index)
  WHERE updates AND state IN ('confirmed', 'counted');
CREATE INDEX "signature_commented" ON "signature" (petition_id, email_index)
  WHERE has_comment AND state IN ('confirmed', 'counted');
DROP INDEX "comment_shown";
CREATE INDEX "comment_shown" ON "comment" (petition_id, decided_at) WHERE decision = 'approved';
