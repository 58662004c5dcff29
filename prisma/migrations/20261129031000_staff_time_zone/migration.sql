-- The time zone in which one of the staff reads times; empty: UTC.
ALTER TABLE staff ADD COLUMN time_zone text;
