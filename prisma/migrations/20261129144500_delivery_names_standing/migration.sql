-- By what it is known whether everybody in a file of names is still to be named so.
ALTER TABLE delivery_names ADD COLUMN marks bytea[], ADD COLUMN shown bytea[];
