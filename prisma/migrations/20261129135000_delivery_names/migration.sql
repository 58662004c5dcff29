-- The names of a delivery for one of its addressees: made with its pack, encrypted to the addressee's key, gone after a week.
ALTER TABLE delivery ADD COLUMN with_names boolean NOT NULL DEFAULT false;
CREATE TABLE delivery_names (
  delivery_id uuid NOT NULL,
  recipient text NOT NULL,
  made_at timestamptz(3),
  names integer,
  file bytea,
  CONSTRAINT delivery_names_pkey PRIMARY KEY (delivery_id),
  CONSTRAINT delivery_names_made CHECK ((made_at IS NULL) = (names IS NULL) AND (file IS NULL OR made_at IS NOT NULL))
);
ALTER TABLE delivery_names ADD CONSTRAINT delivery_names_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;
