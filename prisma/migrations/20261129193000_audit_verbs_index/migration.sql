CREATE INDEX CONCURRENTLY audit_entry_verb_seq_idx ON audit_entry (verb text_pattern_ops, seq);
