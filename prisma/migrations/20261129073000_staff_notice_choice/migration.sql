-- The day, in the reader's zone, of a person's last digest; and which notices they do not want.
ALTER TABLE staff ADD COLUMN digested_on date;
ALTER TABLE staff ADD COLUMN notices_off text[] DEFAULT '{}' NOT NULL;
-- What is noticed once and never again, also by two workers at the same moment. The others may come again once mailed.
ALTER TABLE staff_notice ADD COLUMN once boolean DEFAULT false NOT NULL;
