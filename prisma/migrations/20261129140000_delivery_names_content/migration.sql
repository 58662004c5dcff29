-- Of what the names of a delivery were made, so that a file is not handed over once somebody in it has withdrawn.
ALTER TABLE delivery_names ADD COLUMN entries integer, ADD COLUMN content text;
