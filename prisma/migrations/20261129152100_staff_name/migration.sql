-- What a member of staff is called, and the same folded: nobody takes another's name.
ALTER TABLE staff ADD COLUMN name text, ADD COLUMN name_folded text;
CREATE UNIQUE INDEX staff_name_folded_key ON staff (name_folded);
