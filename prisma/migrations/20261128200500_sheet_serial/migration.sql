-- Sheets printed from the site have a serial, so that none is entered twice, and carry the code of a member.
ALTER TABLE paper_sheet ADD COLUMN serial text;
ALTER TABLE paper_sheet ADD COLUMN via text;
CREATE UNIQUE INDEX paper_sheet_serial_key ON paper_sheet USING btree (serial);
