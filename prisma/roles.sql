-- What each kind of process may do in the database (docs/operations/database.md). Applied by `npm run database:roles`,
-- and again by every migration once the roles exist. Whoever owns the tables migrates; these three never do. A table
-- that is not named for `petition_web` here or in apply-roles.test.ts fails a test: nothing new is public by default.

-- Before PostgreSQL 15 anybody may make tables, and a database that came from one keeps that.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM petition_web, petition_admin, petition_worker;
GRANT USAGE ON SCHEMA public TO petition_web, petition_admin, petition_worker;

-- The public process. What the coalition publishes, the totals and the ledger: to read.
GRANT SELECT ON petition, petition_text, petition_total, country_total, published_country_count, country_publication,
  hour_total, member_number, purged_total, coarse_until,
  ledger_leaf, ledger_tile, ledger_log, ledger_batch, ledger_checkpoint, ledger_witness, ledger_correction,
  ledger_release, audit_head, comment, published_signer, signer_publication, heartbeat,
  source, member, member_text, statement, statement_text, statement_clause, clause_text, activity, activity_text,
  letter, letter_text, document, document_file, printed_page, share_picture, site_text,
  government_address,
  delivery, delivery_answer, "_ActivityToDocument", "_DocumentToLetter", "_ActivityToSource", "_LetterToSource", "_MemberToSource",
  "_SourceToStatement" TO petition_web;
-- Whether any of it has changed. The sequence is raised by a trigger, which no role needs a right for.
GRANT SELECT ON SEQUENCE public_change TO petition_web;

-- What was mailed, for the page behind a neutral mail; of a mailing nothing about who started it or gets it.
GRANT SELECT (id, petition_id, stage, started_at, public_at) ON mailing TO petition_web;
GRANT SELECT (mailing_id, locale, subject, body) ON mailing_text TO petition_web;

-- Signatures: it writes them, and reads back everything but what is sealed and which came from one network. Whoever
-- erases themselves is deleted at once.
GRANT INSERT, DELETE ON signature TO petition_web;
GRANT SELECT (petition_id, email_index, state, text_sha256, locale, country, display, updates, has_comment, via, token_hash,
  commitment, received_at, confirmed_at, counted_at, withdrawn_at, leaf_index, content_mac, signals, suspicious,
  appealed_at, appeal_answer, appeal_answered_at, mailbox_index) ON signature TO petition_web;
GRANT UPDATE (state, text_sha256, locale, country, display, updates, has_comment, via, sealed, token_hash, commitment,
  received_at, confirmed_at, counted_at, withdrawn_at, leaf_index, content_mac, signals, suspicious, appeal, appealed_at,
  mailbox_index, network_group) ON signature TO petition_web;
GRANT INSERT, SELECT (petition_id, email_index), UPDATE (name_index) ON signature_name TO petition_web;
-- A form waits for its confirmation, which copies what is sealed: so this one is read, for as long as a link lives.
GRANT SELECT, INSERT, UPDATE (received_at, network_group, no_reminder), DELETE ON pending_signature TO petition_web;

-- Mail: it queues, and takes away what an erasure makes needless. What a queued mail says it cannot read.
GRANT INSERT, DELETE, SELECT (address_index, id, kind, petition_id, email_index, form, queued_at, sent_at, failed_at)
  ON mail TO petition_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON access_link, receipt_request, suppression, suppressed_signature TO petition_web;
GRANT SELECT, INSERT, UPDATE ON spent_link, spent_proof, provider_event, retraction, erasure, limit_count, limit_process,
  limit_hit, day_key TO petition_web;

-- Organisations that apply and co-sign: what it has sealed of their people it cannot read back.
GRANT INSERT, UPDATE ON application, co_signature TO petition_web;
GRANT SELECT (id, applicant_index, kind, country, state, locale, own, token_hash, received_at, confirmed_at, decided_at)
  ON application TO petition_web;
GRANT SELECT (id, letter_id, organisation, search, country, member_id, contact_id, on_own_page, domain, state, locale,
  letter_version, signed_on, signed_precision, created_at) ON co_signature TO petition_web;
GRANT SELECT, INSERT, UPDATE ON invitation TO petition_web;
GRANT SELECT, INSERT ON co_signature_event TO petition_web;

-- Members' own pages: of their contacts only which member they are of.
GRANT SELECT (id, member_id) ON member_contact TO petition_web;
GRANT SELECT, INSERT, DELETE ON member_access TO petition_web;
GRANT SELECT ON member_logo TO petition_web;
GRANT SELECT, INSERT, UPDATE ON member_proposal TO petition_web;

-- The process of the staff: everything but the ledger and the past of the audit log, which it may only continue.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO petition_admin;
REVOKE INSERT, UPDATE, DELETE ON ledger_leaf, ledger_tile, ledger_log, ledger_checkpoint, ledger_witness, audit_head
  FROM petition_admin;
REVOKE INSERT, UPDATE ON petition_total FROM petition_admin;
REVOKE UPDATE, DELETE ON audit_entry FROM petition_admin;

-- The worker: everything but the past of the audit log.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO petition_worker;
REVOKE UPDATE, DELETE ON audit_entry FROM petition_worker;

REVOKE ALL ON _prisma_migrations FROM petition_web, petition_admin, petition_worker;
-- For the page of the system's status: which changes to the tables are made.
GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO petition_admin;

-- Nobody waits for ever: a visitor least of all.
DO $$
DECLARE
  role text;
  limits text[];
BEGIN
  FOREACH limits SLICE 1 IN ARRAY ARRAY[
    ['petition_web', '10s', '5s', '30s'],
    ['petition_admin', '10min', '10s', '15min'],
    ['petition_worker', '30min', '60s', '30min']]
  LOOP
    role := limits[1];
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET statement_timeout = %L', role, current_database(), limits[2]);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET lock_timeout = %L', role, current_database(), limits[3]);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET idle_in_transaction_session_timeout = %L', role,
      current_database(), limits[4]);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
  END LOOP;
END $$;
