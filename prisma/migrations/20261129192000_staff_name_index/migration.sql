CREATE UNIQUE INDEX CONCURRENTLY staff_name_folded_key ON staff (name_folded);
