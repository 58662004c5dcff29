-- What is shown is no longer reckoned from the basis, whose last digit would show: it is lowered at random when it changes.
ALTER TABLE published_country_count ADD COLUMN shown bigint DEFAULT 0 NOT NULL;
ALTER TABLE member_number ADD COLUMN shown bigint DEFAULT 0 NOT NULL;
-- safe: one row for each country and petition, renewed once a week; nobody who signs reads or locks them
UPDATE published_country_count SET shown = basis / 5 * 5 WHERE basis >= 10;
-- safe: some rows for each member and petition, renewed once a week; nobody who signs reads or locks them
UPDATE member_number SET shown = basis / 5 * 5 WHERE basis >= 10;
