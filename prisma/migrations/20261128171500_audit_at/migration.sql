-- Who did what last week is summed up by time.
CREATE INDEX audit_entry_at_idx ON audit_entry USING btree (at);
