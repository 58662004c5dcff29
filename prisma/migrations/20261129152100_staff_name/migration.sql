-- What a member of staff is called, and the same folded: nobody takes another’s name (the index follows).
ALTER TABLE staff ADD COLUMN name text, ADD COLUMN name_folded text;
