-- The language in which one of the staff reads the admin area; empty: as their browser asks.
ALTER TABLE staff ADD COLUMN language text;
