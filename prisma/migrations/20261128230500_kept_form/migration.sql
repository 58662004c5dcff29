-- What staff typed into a form that was not carried out, kept for its person beyond the session, for seven days.
CREATE TABLE kept_form (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid NOT NULL,
  box bytea NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  CONSTRAINT kept_form_pkey PRIMARY KEY (id)
);
CREATE INDEX kept_form_user_id_kept_at_idx ON kept_form USING btree (user_id, kept_at);
CREATE INDEX kept_form_session_id_idx ON kept_form USING btree (session_id);
ALTER TABLE kept_form ADD CONSTRAINT kept_form_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff (id) ON UPDATE CASCADE ON DELETE CASCADE;
