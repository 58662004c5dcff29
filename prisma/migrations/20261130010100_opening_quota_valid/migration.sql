-- Reads the table, and keeps nobody from writing.
ALTER TABLE solo_quota VALIDATE CONSTRAINT solo_quota_scope_known;
