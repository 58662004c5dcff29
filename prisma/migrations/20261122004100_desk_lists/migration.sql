-- The desk's lists, by any combination of what they filter by (lib/signatures/desk/facets.ts says how they are used).

-- One index of all that a settled signature can be filtered by, instead of one for each. It holds none that is pending or
-- confirmed: signing and confirming do not touch it, only the appender and the desk do.
CREATE INDEX "signature_facets" ON "signature" USING gin (((ARRAY[
    petition_id::text, country::text, locale,
    CASE state WHEN 'counted' THEN 'counted' WHEN 'held' THEN 'held' WHEN 'removed' THEN 'removed' ELSE 'withdrawn' END,
    'via:' || via, CASE WHEN has_comment THEN 'comment' END, CASE WHEN appealed_at IS NOT NULL THEN 'appealed' END
  ]::text[] || string_to_array(signals, ' ')) COLLATE "C"))
  WHERE state <> 'pending' AND state <> 'confirmed';

-- How often each stands in it: PostgreSQL takes no such statistics from an index of a part of the table.
CREATE STATISTICS "signature_facets_known" ON (ARRAY[
    petition_id::text, country::text, locale,
    CASE state WHEN 'counted' THEN 'counted' WHEN 'held' THEN 'held' WHEN 'removed' THEN 'removed' ELSE 'withdrawn' END,
    'via:' || via, CASE WHEN has_comment THEN 'comment' END, CASE WHEN appealed_at IS NOT NULL THEN 'appealed' END
  ]::text[] || string_to_array(signals, ' ')) FROM "signature";

-- The few that are not settled.
CREATE INDEX "signature_pending" ON "signature" (received_at) WHERE state = 'pending';

-- Who asked to look again, the oldest first.
CREATE INDEX "signature_appealed" ON "signature" (appealed_at) WHERE appealed_at IS NOT NULL;

DROP INDEX "signature_country";
DROP INDEX "signature_via";
