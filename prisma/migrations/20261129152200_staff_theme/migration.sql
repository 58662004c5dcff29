-- The colours in which one of the staff sees the admin area: light or dark; empty: as their browser asks.
ALTER TABLE staff ADD COLUMN theme text;
