-- Rises with every statement that may have changed what public pages show (lib/web/server/watch-changes.ts). A sequence,
-- and no row: whoever changes something waits for nobody.
CREATE SEQUENCE "public_change";

-- As its owner, so that whoever may write to a table needs no right to the sequence.
CREATE FUNCTION note_public_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM nextval('public.public_change');
  RETURN NULL;
END $$;

CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "petition"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "petition_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "petition_total"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "country_total"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "published_country_count"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "country_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "hour_total"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "member_number"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "purged_total"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "coarse_until"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_leaf"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_tile"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_log"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_batch"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_witness"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_correction"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ledger_release"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "comment"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
-- By row: the worker deletes names that must go every few seconds, and mostly there are none.
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE ON "published_signer"
  FOR EACH ROW EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "signer_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "source"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "member"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "member_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "statement"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "statement_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "statement_clause"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "clause_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "activity"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "activity_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "letter"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "letter_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "document"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "document_file"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "printed_page"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "share_picture"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "site_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "government_address"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "delivery"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "delivery_answer"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "mailing"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "mailing_text"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "member_logo"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "co_signature"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_ActivityToDocument"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_DocumentToLetter"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_ActivityToSource"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_LetterToSource"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_MemberToSource"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
CREATE TRIGGER "note_public_change" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "_SourceToStatement"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
-- A name that is shown goes with its signature, at once. A new signature is nowhere before it is counted.
CREATE TRIGGER "note_public_change" AFTER UPDATE OR DELETE OR TRUNCATE ON "signature"
  FOR EACH STATEMENT EXECUTE FUNCTION note_public_change();
