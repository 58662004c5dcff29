-- What each office answered to a petition that was handed over to it.
CREATE TYPE answer_kind AS ENUM ('received', 'answered', 'refused');
CREATE TABLE delivery_answer (
  id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  addressee text NOT NULL,
  kind answer_kind NOT NULL,
  answered_on date NOT NULL,
  source text NOT NULL,
  url text,
  words text,
  locale text,
  approved_at timestamptz(3) NOT NULL,
  CONSTRAINT delivery_answer_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_answer_quoted CHECK ((words IS NULL) = (locale IS NULL))
);
CREATE INDEX delivery_answer_delivery_id_idx ON delivery_answer USING btree (delivery_id);
ALTER TABLE delivery_answer ADD CONSTRAINT delivery_answer_delivery_id_fkey FOREIGN KEY (delivery_id)
  REFERENCES delivery (id) ON DELETE RESTRICT ON UPDATE CASCADE;
