-- The staff's list of decided comments, the newest first.
CREATE INDEX CONCURRENTLY comment_decided ON comment (decided_at DESC, petition_id, email_index);
