-- A member co-signs on its own page: which contact did, while it is one; and that no link signed.
ALTER TABLE co_signature ADD COLUMN contact_id uuid, ADD COLUMN on_own_page boolean NOT NULL DEFAULT false;
-- safe: a table of organisations, some hundreds of rows, that nobody who signs a petition reads
CREATE INDEX co_signature_contact_id_idx ON co_signature USING btree (contact_id);
-- safe: as above, and every row is empty
ALTER TABLE co_signature ADD CONSTRAINT co_signature_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES member_contact (id)
  ON DELETE SET NULL ON UPDATE CASCADE;
-- safe: as above
ALTER TABLE co_signature ADD CONSTRAINT co_signature_own CHECK (on_own_page OR contact_id IS NULL);
