-- To whom a petition was handed over, when, and the pack with its hash.
CREATE TABLE delivery (
  id uuid NOT NULL,
  petition_id uuid NOT NULL,
  delivered_on date NOT NULL,
  addressees text[],
  approved_at timestamptz(3) NOT NULL,
  made_at timestamptz(3),
  sha256 bytea,
  pack bytea,
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_made CHECK ((made_at IS NULL) = (pack IS NULL) AND (pack IS NULL) = (sha256 IS NULL))
);
CREATE INDEX delivery_petition_id_idx ON delivery USING btree (petition_id);
ALTER TABLE delivery ADD CONSTRAINT delivery_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petition (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;
