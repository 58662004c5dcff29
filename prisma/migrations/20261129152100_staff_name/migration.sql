-- What a member of staff is called, and the same folded: nobody takes another's name.
ALTER TABLE staff ADD COLUMN name text, ADD COLUMN name_folded text;
ALTER TABLE staff ADD CONSTRAINT staff_name_whole CHECK ((name IS NULL) = (name_folded IS NULL));
CREATE UNIQUE INDEX staff_name_folded_key ON staff (name_folded);
