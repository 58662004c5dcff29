-- A random number that a process gives to all forms of one busy network within an hour (lib/integrity/network-groups.ts).
ALTER TABLE pending_signature ADD COLUMN network_group integer;
ALTER TABLE signature ADD COLUMN network_group integer;
