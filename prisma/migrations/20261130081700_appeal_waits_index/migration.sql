CREATE INDEX CONCURRENTLY signature_appeal_waits ON signature USING btree (appealed_at)
  WHERE appealed_at IS NOT NULL AND state IN ('held', 'removed') AND (appeal_answered_at IS NULL OR appeal_answered_at < appealed_at);
