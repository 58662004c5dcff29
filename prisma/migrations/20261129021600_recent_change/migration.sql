-- What one of the staff changed about one signature, for a minute, so that it can be undone without a trace.
CREATE TABLE recent_change (
  petition_id uuid NOT NULL,
  email_index bytea NOT NULL,
  batch uuid NOT NULL,
  staff_id uuid NOT NULL,
  verb text NOT NULL,
  before signature_state NOT NULL,
  leaf_index bigint,
  counted_at timestamptz(3),
  mailbox_index bytea,
  commitment bytea NOT NULL,
  made_at timestamptz(3) NOT NULL,
  CONSTRAINT recent_change_pkey PRIMARY KEY (petition_id, email_index),
  CONSTRAINT recent_change_verb_known CHECK (verb IN ('hold', 'release', 'remove', 'restore'))
);
ALTER TABLE recent_change ADD CONSTRAINT recent_change_petition_id_email_index_fkey FOREIGN KEY (petition_id, email_index) REFERENCES signature (petition_id, email_index) ON UPDATE CASCADE ON DELETE CASCADE;

-- A bulk action that brings signatures into the count begins a minute after it was decided.
ALTER TABLE bulk_action ADD COLUMN starts_at timestamptz(3);
