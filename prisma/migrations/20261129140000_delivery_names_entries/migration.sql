-- Of how many entries of the ledger the names of a delivery were made.
ALTER TABLE delivery_names ADD COLUMN entries integer;
