-- When a person is mailed a notice: at once, with the next morning's digest, or not at all.
CREATE TYPE notice_timing AS ENUM ('at_once', 'digest', 'off');
-- As it stood when the notice was queued, so that those which were never mailed can be read, too.
ALTER TABLE staff_notice ADD COLUMN timing notice_timing DEFAULT 'at_once' NOT NULL;
-- The groups that a person reads in the digest instead of at once.
ALTER TABLE staff ADD COLUMN notices_digested text[] DEFAULT '{arrivals}' NOT NULL;
-- An owner has put the set-up list away from their Home page.
ALTER TABLE staff ADD COLUMN set_up_hidden boolean DEFAULT false NOT NULL;
-- Two groups were one each with another until now: whoever had turned it off keeps both off.
-- safe: rows of staff, a few dozen; nobody who signs reads or locks them
UPDATE staff SET notices_off = notices_off
  || CASE WHEN 'requests' = ANY(notices_off) THEN '{expiring}'::text[] ELSE '{}' END
  || CASE WHEN 'digest' = ANY(notices_off) THEN '{week,arrivals}'::text[] ELSE '{}' END
  WHERE notices_off && '{requests,digest}';

-- What owners set for the whole site, by its name (lib/overview/site-settings.ts).
CREATE TABLE setting (
  name text PRIMARY KEY,
  value text NOT NULL,
  revision int NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
