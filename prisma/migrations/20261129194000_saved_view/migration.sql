-- Filters of the list of signatures that a person has saved under a name. A filter holds codes and times, never a text.
CREATE TABLE saved_view (
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX saved_view_staff_id_name_key ON saved_view USING btree (staff_id, name);
