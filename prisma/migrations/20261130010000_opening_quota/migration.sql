-- How many signers one person opened, and how many searches for signers they made, within a day: a hundred slots each.
-- And whose sessions they ended within the hour.
ALTER TABLE solo_quota DROP CONSTRAINT solo_quota_scope_known;
ALTER TABLE solo_quota ADD CONSTRAINT solo_quota_scope_known
  CHECK (scope IN ('staff', 'petition', 'opening', 'search', 'sessions')) NOT VALID;
