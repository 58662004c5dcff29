-- Names of a delivery for several of its addressees: who they are, which everybody may read, and their keys in the same
-- order. `recipient` stays for a process that knows of one alone: it is empty where there are several, so that such a
-- process makes no file that one of them could not open.
ALTER TABLE delivery ADD COLUMN names_to text[] NOT NULL DEFAULT '{}';
ALTER TABLE delivery_names ADD COLUMN recipients text[] NOT NULL DEFAULT '{}';
