-- The domain from which an organisation asked to co-sign a letter.
ALTER TABLE co_signature ADD COLUMN domain text;
