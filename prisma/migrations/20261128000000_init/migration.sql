-- The whole schema, in the order of schema.prisma, which says what each table is for. Nothing had been released before
-- it, so the steps that led here were folded into one. Changes from here on are migrations of their own.

CREATE TYPE "petition_status" AS ENUM ('draft', 'open', 'closed', 'won', 'delivered');

CREATE TYPE "signature_state" AS ENUM ('confirmed', 'counted', 'held', 'removed', 'withdrawn');

CREATE TYPE "display" AS ENUM ('full', 'initials', 'hidden');

CREATE TYPE "leaf_kind" AS ENUM ('sign', 'retract', 'paper');

CREATE TYPE "paper_sheet_state" AS ENUM ('open', 'approved', 'withdrawn');

CREATE TYPE "paper_seat" AS ENUM ('first', 'second');

CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year');

CREATE TYPE "member_kind" AS ENUM ('organization', 'individual');

CREATE TYPE "region" AS ENUM ('africa', 'asia', 'europe', 'latin_america', 'north_america', 'oceania');

CREATE TYPE "clause_part" AS ENUM ('purpose', 'united_nations', 'dprk');

CREATE TYPE "letter_status" AS ENUM ('draft', 'open', 'sent');

CREATE TYPE "document_type" AS ENUM ('pdf', 'png', 'jpeg', 'webp');

CREATE TYPE "co_signature_state" AS ENUM ('invited', 'confirmed', 'approved', 'declined', 'withdrawn');

CREATE TYPE "application_state" AS ENUM ('pending', 'confirmed', 'accepted', 'declined', 'withdrawn');

CREATE TYPE "government_office" AS ENUM ('foreign_ministry', 'un_mission');

CREATE TYPE "staff_role" AS ENUM ('owner', 'moderator', 'editor', 'auditor');

CREATE TABLE "petition" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "status" petition_status NOT NULL DEFAULT 'draft'::petition_status,
    "goal" integer NOT NULL,
    "opened_at" timestamp(3) with time zone,
    "closed_at" timestamp(3) with time zone,
    "won_at" timestamp(3) with time zone,
    "delivered_at" timestamp(3) with time zone,
    "created_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" timestamp(3) with time zone,
    "opens_on" date,
    "closes_on" date,
    CONSTRAINT "petition_pkey" PRIMARY KEY (id),
    CONSTRAINT "petition_delivered_has_date" CHECK (((status <> 'delivered'::petition_status) OR (delivered_at IS NOT NULL))),
    CONSTRAINT "petition_goal_positive" CHECK ((goal > 0)),
    CONSTRAINT "petition_open_has_date" CHECK (((status = 'draft'::petition_status) OR (opened_at IS NOT NULL))),
    CONSTRAINT "petition_plan" CHECK ((closes_on >= opens_on)),
    CONSTRAINT "petition_removed_is_over" CHECK (((removed_at IS NULL) OR (status = ANY (ARRAY['closed'::petition_status, 'won'::petition_status, 'delivered'::petition_status])))),
    CONSTRAINT "petition_slug_form" CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT "petition_won_has_date" CHECK (((status <> 'won'::petition_status) OR (won_at IS NOT NULL)))
);
CREATE UNIQUE INDEX petition_slug_key ON petition USING btree (slug);

-- One version of a petition's words in one language. Never updated: a change is a new version.
CREATE TABLE "petition_text" (
    "petition_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "version" integer NOT NULL,
    "title" text NOT NULL,
    "call" text NOT NULL,
    "addressee" text NOT NULL,
    "asks" text[],
    "body" text NOT NULL,
    "story" text,
    "sha256" bytea NOT NULL,
    "published_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "petition_text_pkey" PRIMARY KEY (petition_id, locale, version),
    CONSTRAINT "petition_text_sha256_size" CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT "petition_text_version_positive" CHECK ((version > 0))
);
CREATE UNIQUE INDEX petition_text_petition_id_sha256_key ON petition_text USING btree (petition_id, sha256);

-- What staff write before it is published: each saving is a row, so that two who save at once meet at the key.
-- Without a row the newest published version is what one begins with.
CREATE TABLE "petition_draft" (
    "petition_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "revision" integer NOT NULL,
    "title" text NOT NULL,
    "call" text NOT NULL,
    "addressee" text NOT NULL,
    "asks" text NOT NULL,
    "body" text NOT NULL,
    "story" text NOT NULL,
    "source_revision" integer NOT NULL,
    "edited_by" uuid NOT NULL,
    "edited_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "petition_draft_pkey" PRIMARY KEY (petition_id, locale, revision),
    CONSTRAINT "petition_draft_revision_positive" CHECK ((revision > 0))
);

-- What somebody typed while another saved: kept until they have made one text of both.
CREATE TABLE "draft_conflict" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "title" text NOT NULL,
    "call" text NOT NULL,
    "addressee" text NOT NULL,
    "asks" text NOT NULL,
    "body" text NOT NULL,
    "story" text NOT NULL,
    "staff_id" uuid NOT NULL,
    "created_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "draft_conflict_pkey" PRIMARY KEY (id)
);

-- Moved only by the appender, in the transaction that appends the leaves.
CREATE TABLE "petition_total" (
    "petition_id" uuid NOT NULL,
    "size" bigint NOT NULL DEFAULT 0,
    "net" bigint NOT NULL DEFAULT 0,
    "as_of" timestamp(3) with time zone NOT NULL,
    "paper" bigint NOT NULL DEFAULT 0,
    CONSTRAINT "petition_total_pkey" PRIMARY KEY (petition_id),
    CONSTRAINT "petition_total_not_negative" CHECK (((net >= 0) AND (size >= 0)))
);

CREATE TABLE "country_total" (
    "petition_id" uuid NOT NULL,
    "country" character(2) NOT NULL,
    "net" bigint NOT NULL,
    CONSTRAINT "country_total_pkey" PRIMARY KEY (petition_id, country),
    CONSTRAINT "country_total_not_negative" CHECK ((net >= 0))
);

-- What the public tables of countries go by (lib/signatures/countries/publish-countries.ts).
CREATE TABLE "published_country_count" (
    "petition_id" uuid NOT NULL,
    "country" character(2) NOT NULL,
    "basis" bigint NOT NULL,
    CONSTRAINT "published_country_count_pkey" PRIMARY KEY (petition_id, country)
);

-- The day (UTC) on which a petition's table of countries was last renewed.
CREATE TABLE "country_publication" (
    "petition_id" uuid NOT NULL,
    "day" date NOT NULL,
    CONSTRAINT "country_publication_pkey" PRIMARY KEY (petition_id)
);

-- Net change of the count in each hour (UTC) in which leaves were appended.
CREATE TABLE "hour_total" (
    "petition_id" uuid NOT NULL,
    "hour" timestamp(0) with time zone NOT NULL,
    "net" bigint NOT NULL,
    CONSTRAINT "hour_total_pkey" PRIMARY KEY (petition_id, hour)
);

-- Counted signatures by language and by the member whose link brought them, for staff only. Not moved by the appender:
-- the worker recounts them now and then (lib/signatures/count-facets.ts).
CREATE TABLE "facet_total" (
    "petition_id" uuid NOT NULL,
    "facet" text NOT NULL,
    "code" text NOT NULL,
    "net" bigint NOT NULL,
    "as_of" timestamp(3) with time zone NOT NULL,
    "size" bigint NOT NULL DEFAULT 0,
    CONSTRAINT "facet_total_pkey" PRIMARY KEY (petition_id, facet, code),
    CONSTRAINT "facet_total_known" CHECK (((facet = ANY (ARRAY['language'::text, 'member'::text])) AND (net >= 0)))
);

-- A form that waits for its mailbox. Several may wait for one address, each with a link of its own: whoever gets the
-- mail confirms that form and no other. Personal data, deleted after a week. No foreign key to `petition`: the shared
-- row lock that one takes on its parent would make every signing touch one hot row. The statement joins it instead.
CREATE TABLE "pending_signature" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "form" bytea NOT NULL,
    "text_sha256" bytea NOT NULL,
    "locale" text NOT NULL,
    "country" character(2) NOT NULL,
    "display" display NOT NULL,
    "updates" boolean NOT NULL,
    "has_comment" boolean NOT NULL,
    "via" text,
    "sealed" bytea NOT NULL,
    "own" bytea,
    "token_hash" bytea NOT NULL,
    "content_mac" bytea NOT NULL,
    "commitment" bytea NOT NULL,
    "received_at" timestamp(3) with time zone NOT NULL,
    "signals" text NOT NULL DEFAULT ''::text,
    "suspicious" boolean NOT NULL DEFAULT false,
    "mailbox_index" bytea,
    "domain_index" bytea,
    CONSTRAINT "pending_signature_pkey" PRIMARY KEY (petition_id, email_index, form),
    CONSTRAINT "pending_signature_country_form" CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "pending_signature_sizes" CHECK (((octet_length(email_index) = 32) AND (octet_length(form) = 32) AND (octet_length(text_sha256) = 32) AND (octet_length(token_hash) = 32) AND (octet_length(content_mac) = 32) AND (octet_length(commitment) = 32)))
);
CREATE INDEX pending_signature_received_at_idx ON pending_signature USING btree (received_at);
CREATE INDEX pending_signature_token_hash_idx ON pending_signature USING btree (token_hash);

-- A mailed link that leads to nothing any more, so that its page can say why. The token is random: its hash names nobody.
CREATE TABLE "spent_link" (
    "token_hash" bytea NOT NULL,
    "reason" text NOT NULL,
    "petition_id" uuid NOT NULL,
    "purge_on" date NOT NULL,
    CONSTRAINT "spent_link_pkey" PRIMARY KEY (token_hash),
    CONSTRAINT "spent_link_reason" CHECK ((reason = ANY (ARRAY['superseded'::text, 'expired'::text, 'dismissed'::text])))
);
CREATE INDEX spent_link_purge_on_idx ON spent_link USING btree (purge_on);

-- What a mailbox has confirmed. Personal data.
CREATE TABLE "signature" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "state" signature_state NOT NULL,
    "text_sha256" bytea NOT NULL,
    "locale" text NOT NULL,
    "country" character(2) NOT NULL,
    "display" display NOT NULL,
    "updates" boolean NOT NULL,
    "has_comment" boolean NOT NULL,
    "via" text,
    "sealed" bytea NOT NULL,
    "token_hash" bytea NOT NULL,
    "commitment" bytea NOT NULL,
    "received_at" timestamp(3) with time zone NOT NULL,
    "confirmed_at" timestamp(3) with time zone NOT NULL,
    "counted_at" timestamp(3) with time zone,
    "withdrawn_at" timestamp(3) with time zone,
    "leaf_index" bigint,
    "content_mac" bytea NOT NULL,
    "signals" text NOT NULL DEFAULT ''::text,
    "suspicious" boolean NOT NULL DEFAULT false,
    "appeal" bytea,
    "appealed_at" timestamp(3) with time zone,
    "mailbox_index" bytea,
    CONSTRAINT "signature_pkey" PRIMARY KEY (petition_id, email_index),
    CONSTRAINT "signature_content_mac_size" CHECK ((octet_length(content_mac) = 32)),
    CONSTRAINT "signature_counted_has_leaf" CHECK (((state <> 'counted'::signature_state) OR ((counted_at IS NOT NULL) AND (leaf_index IS NOT NULL)))),
    CONSTRAINT "signature_country_form" CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT "signature_sizes" CHECK (((octet_length(email_index) = 32) AND (octet_length(text_sha256) = 32) AND (octet_length(token_hash) = 32) AND (octet_length(commitment) = 32))),
    CONSTRAINT "signature_withdrawn_has_time" CHECK (((state <> 'withdrawn'::signature_state) OR (withdrawn_at IS NOT NULL)))
);
CREATE INDEX signature_appealed ON signature USING btree (appealed_at) WHERE (appealed_at IS NOT NULL);
CREATE INDEX signature_comment ON signature USING btree (received_at) WHERE has_comment;
CREATE INDEX signature_commented ON signature USING btree (petition_id, email_index) WHERE (has_comment AND (state = ANY (ARRAY['confirmed'::signature_state, 'counted'::signature_state])));
CREATE INDEX signature_facets ON signature USING gin (((ARRAY[(petition_id)::text, (country)::text, locale,
CASE state
    WHEN 'counted'::signature_state THEN 'counted'::text
    WHEN 'held'::signature_state THEN 'held'::text
    WHEN 'removed'::signature_state THEN 'removed'::text
    ELSE 'withdrawn'::text
END, ('via:'::text || via),
CASE
    WHEN has_comment THEN 'comment'::text
    ELSE NULL::text
END,
CASE
    WHEN (appealed_at IS NOT NULL) THEN 'appealed'::text
    ELSE NULL::text
END] || string_to_array(signals, ' '::text))) COLLATE "C") WHERE (state <> 'confirmed'::signature_state);
CREATE INDEX signature_mailbox ON signature USING btree (petition_id, mailbox_index);
CREATE INDEX signature_named ON signature USING btree (petition_id, leaf_index) WHERE ((display = 'full'::display) AND (state = 'counted'::signature_state));
CREATE INDEX signature_received ON signature USING btree (received_at);
CREATE INDEX signature_set_aside ON signature USING btree (state, received_at) WHERE (state = ANY (ARRAY['held'::signature_state, 'removed'::signature_state, 'withdrawn'::signature_state]));
CREATE INDEX signature_to_count ON signature USING btree (petition_id, confirmed_at) WHERE (state = 'confirmed'::signature_state);
CREATE INDEX signature_token_hash_idx ON signature USING btree (token_hash);
CREATE INDEX signature_wants_updates ON signature USING btree (petition_id, token_hash) INCLUDE (confirmed_at, email_index) WHERE (updates AND (state = ANY (ARRAY['confirmed'::signature_state, 'counted'::signature_state])));

CREATE STATISTICS signature_facets_known ON (ARRAY[petition_id::text, country::text, locale, CASE state WHEN 'counted'::signature_state THEN 'counted'::text WHEN 'held'::signature_state THEN 'held'::text WHEN 'removed'::signature_state THEN 'removed'::text ELSE 'withdrawn'::text END, 'via:'::text || via, CASE WHEN has_comment THEN 'comment'::text ELSE NULL::text END, CASE WHEN appealed_at IS NOT NULL THEN 'appealed'::text ELSE NULL::text END] || string_to_array(signals, ' '::text)) FROM signature;

-- By which staff find a signature by its signer's exact name. Written by the worker alone: the key is made from the
-- private sealing key (lib/vault/name-index.ts). Empty: the name was corrected, and waits for the worker.
CREATE TABLE "signature_name" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "name_index" bytea,
    CONSTRAINT "signature_name_pkey" PRIMARY KEY (petition_id, email_index),
    CONSTRAINT "signature_name_size" CHECK ((octet_length(name_index) = 32))
);
CREATE INDEX signature_name_name_index_idx ON signature_name USING btree (name_index);
CREATE INDEX signature_name_to_index ON signature_name USING btree (petition_id, email_index) WHERE (name_index IS NULL);

-- The ledger: append-only, not personal.
CREATE TABLE "ledger_leaf" (
    "petition_id" uuid NOT NULL,
    "index" bigint NOT NULL,
    "kind" leaf_kind NOT NULL,
    "leaf" bytea NOT NULL,
    CONSTRAINT "ledger_leaf_pkey" PRIMARY KEY (petition_id, index),
    CONSTRAINT "ledger_leaf_index_not_negative" CHECK ((index >= 0)),
    CONSTRAINT "ledger_leaf_size" CHECK ((octet_length(leaf) = 42))
);

-- Hashes of the tree over the leaves, 256 to a tile (C2SP tlog-tiles). The last tile of a level grows, the others stay.
CREATE TABLE "ledger_tile" (
    "petition_id" uuid NOT NULL,
    "level" smallint NOT NULL,
    "index" bigint NOT NULL,
    "hashes" bytea NOT NULL,
    CONSTRAINT "ledger_tile_pkey" PRIMARY KEY (petition_id, level, index),
    CONSTRAINT "ledger_tile_sizes" CHECK (((level >= 0) AND (index >= 0) AND ((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0)))
);

-- What a petition's log is known by outside. The origin never changes once a head is signed.
CREATE TABLE "ledger_log" (
    "petition_id" uuid NOT NULL,
    "origin" text NOT NULL,
    "vkeys" text[],
    "policy" text NOT NULL,
    CONSTRAINT "ledger_log_pkey" PRIMARY KEY (petition_id)
);
CREATE UNIQUE INDEX ledger_log_origin_key ON ledger_log USING btree (origin);

-- When what waits for a petition's ledger is published, together (lib/ledger/batch/schedule.ts).
CREATE TABLE "ledger_batch" (
    "petition_id" uuid NOT NULL,
    "opened_at" timestamp(3) with time zone,
    "due_at" timestamp(3) with time zone,
    "full" boolean NOT NULL DEFAULT false,
    "recent" double precision NOT NULL DEFAULT 0,
    "recent_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "ledger_batch_pkey" PRIMARY KEY (petition_id),
    CONSTRAINT "ledger_batch_open_has_times" CHECK (((opened_at IS NULL) = (due_at IS NULL)))
);

-- A signed head.
CREATE TABLE "ledger_checkpoint" (
    "petition_id" uuid NOT NULL,
    "size" bigint NOT NULL,
    "net" bigint NOT NULL,
    "root" bytea NOT NULL,
    "note" text NOT NULL,
    "as_of" timestamp(3) with time zone NOT NULL,
    "signed_at" timestamp(3) with time zone NOT NULL,
    "published_at" timestamp(3) with time zone,
    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY (petition_id, size),
    CONSTRAINT "ledger_checkpoint_sizes" CHECK (((size >= 0) AND (net >= 0) AND (octet_length(root) = 32)))
);

-- How far a witness has followed a log.
CREATE TABLE "ledger_witness" (
    "petition_id" uuid NOT NULL,
    "vkey" text NOT NULL,
    "size" bigint NOT NULL,
    "cosigned_at" timestamp(3) with time zone,
    "failure" text,
    CONSTRAINT "ledger_witness_pkey" PRIMARY KEY (petition_id, vkey)
);

-- Public: signatures that staff took out of the count, written with the leaves that take them back.
CREATE TABLE "ledger_correction" (
    "petition_id" uuid NOT NULL,
    "index" bigint NOT NULL,
    "reason" text NOT NULL,
    "rule" smallint NOT NULL,
    "leaves" integer NOT NULL,
    "signatures" bigint NOT NULL,
    "approvals" smallint NOT NULL,
    "corrected_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "ledger_correction_pkey" PRIMARY KEY (petition_id, index),
    CONSTRAINT "ledger_correction_sizes" CHECK (((index >= 0) AND (leaves > 0) AND (signatures > 0) AND (approvals >= 0)))
);

-- Public: signatures that staff brought into the count, by day: held ones that were released, removed ones restored.
CREATE TABLE "ledger_release" (
    "petition_id" uuid NOT NULL,
    "day" date NOT NULL,
    "reason" text NOT NULL,
    "approvals" smallint NOT NULL,
    "signatures" bigint NOT NULL,
    CONSTRAINT "ledger_release_pkey" PRIMARY KEY (petition_id, day, reason, approvals),
    CONSTRAINT "ledger_release_numbers" CHECK (((signatures > 0) AND (approvals = ANY (ARRAY[1, 2])))),
    CONSTRAINT "ledger_release_reason_known" CHECK ((reason = ANY (ARRAY['reviewed'::text, 'restored'::text])))
);

-- A checked paper sheet, as the ledger needs it: how many signatures, and the hash of its record.
CREATE TABLE "paper_entry" (
    "petition_id" uuid NOT NULL,
    "record" bytea NOT NULL,
    "signatures" integer NOT NULL,
    "approved_at" timestamp(3) with time zone NOT NULL,
    "leaf_index" bigint,
    CONSTRAINT "paper_entry_pkey" PRIMARY KEY (petition_id, record),
    CONSTRAINT "paper_entry_sizes" CHECK (((octet_length(record) = 32) AND (signatures > 0)))
);
CREATE INDEX paper_entry_to_append ON paper_entry USING btree (petition_id) WHERE (leaf_index IS NULL);

-- A sheet of signatures on paper, entered by staff. Counted once two people, each from the scan, have come to the
-- same number in the same round.
CREATE TABLE "paper_sheet" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "place" text NOT NULL,
    "signed_on" date NOT NULL,
    "state" paper_sheet_state NOT NULL DEFAULT 'open'::paper_sheet_state,
    "round" smallint NOT NULL DEFAULT 1,
    "sealed" bytea NOT NULL,
    "scan_index" bytea,
    "entered_by" uuid NOT NULL,
    "entered_at" timestamp(3) with time zone NOT NULL,
    "signatures" integer,
    "record" bytea,
    "approved_at" timestamp(3) with time zone,
    "withdrawn_at" timestamp(3) with time zone,
    CONSTRAINT "paper_sheet_pkey" PRIMARY KEY (id),
    CONSTRAINT "paper_sheet_approved_whole" CHECK ((((state = 'open'::paper_sheet_state) = (signatures IS NULL)) AND ((signatures IS NULL) = (record IS NULL)) AND ((signatures IS NULL) = (approved_at IS NULL)))),
    CONSTRAINT "paper_sheet_withdrawn_whole" CHECK (((state = 'withdrawn'::paper_sheet_state) = (withdrawn_at IS NOT NULL)))
);
CREATE INDEX paper_sheet_petition_id_idx ON paper_sheet USING btree (petition_id);
CREATE INDEX paper_sheet_state_entered_at_idx ON paper_sheet USING btree (state, entered_at);
CREATE UNIQUE INDEX paper_sheet_scan_index_key ON paper_sheet USING btree (scan_index);

-- The scan: names and hands of signers, and so sealed.
CREATE TABLE "paper_scan" (
    "sheet_id" uuid NOT NULL,
    "sealed" bytea NOT NULL,
    CONSTRAINT "paper_scan_pkey" PRIMARY KEY (sheet_id)
);

-- What one person counted in one round. One number a seat, one seat a person.
CREATE TABLE "paper_count" (
    "sheet_id" uuid NOT NULL,
    "round" smallint NOT NULL,
    "seat" paper_seat NOT NULL,
    "number" integer NOT NULL,
    "counted_by" uuid NOT NULL,
    "counted_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "paper_count_pkey" PRIMARY KEY (sheet_id, round, seat),
    CONSTRAINT "paper_count_positive" CHECK ((number > 0))
);
CREATE UNIQUE INDEX paper_count_sheet_id_round_counted_by_key ON paper_count USING btree (sheet_id, round, counted_by);

-- A counted signature to be taken back. Not personal; country is emptied once appended.
CREATE TABLE "retraction" (
    "petition_id" uuid NOT NULL,
    "leaf_index" bigint NOT NULL,
    "reason" text NOT NULL,
    "country" character(2),
    "requested_at" timestamp(3) with time zone NOT NULL,
    "retracted_index" bigint,
    "approvals" smallint NOT NULL DEFAULT 0,
    "decision" uuid,
    "rule" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "retraction_pkey" PRIMARY KEY (petition_id, leaf_index),
    CONSTRAINT "retraction_no_country_once_appended" CHECK (((retracted_index IS NULL) OR (country IS NULL)))
);
CREATE INDEX retraction_to_append ON retraction USING btree (petition_id) WHERE (retracted_index IS NULL);

-- Asked for by a web process that cannot open signatures, answered by a worker that can. Lives for minutes.
CREATE TABLE "receipt_request" (
    "token_hash" bytea NOT NULL,
    "requested_at" timestamp(3) with time zone NOT NULL,
    "answer" bytea,
    CONSTRAINT "receipt_request_pkey" PRIMARY KEY (token_hash),
    CONSTRAINT "receipt_request_token_hash_size" CHECK ((octet_length(token_hash) = 32))
);

-- Mail to send. Writing a row asks nothing; which rows may go, and when, the worker decides when it takes them
-- (lib/mail/choose-mails.ts): a few an hour for one address, over all kinds.
-- A row about a signature holds no address; the worker opens the form or the signature when it sends.
CREATE TABLE "mail" (
    "address_index" bytea NOT NULL,
    "kind" text NOT NULL,
    "petition_id" uuid,
    "email_index" bytea,
    "sealed" bytea,
    "queued_at" timestamp(3) with time zone NOT NULL,
    "not_before" timestamp(3) with time zone NOT NULL,
    "batch_id" uuid,
    "first_attempt_at" timestamp(3) with time zone,
    "attempts" integer NOT NULL DEFAULT 0,
    "sent_at" timestamp(3) with time zone,
    "failed_at" timestamp(3) with time zone,
    "failure" text,
    "mailing_id" uuid,
    "id" uuid NOT NULL,
    "form" bytea,
    "network" smallint,
    "solved" boolean NOT NULL DEFAULT false,
    CONSTRAINT "mail_pkey" PRIMARY KEY (address_index, id),
    CONSTRAINT "mail_address_index_size" CHECK ((octet_length(address_index) = 32)),
    CONSTRAINT "mail_subject_or_payload" CHECK (((sent_at IS NOT NULL) OR (failed_at IS NOT NULL) OR (email_index IS NOT NULL) OR (sealed IS NOT NULL)))
);
CREATE INDEX mail_batch ON mail USING btree (batch_id) WHERE ((batch_id IS NOT NULL) AND (sent_at IS NULL) AND (failed_at IS NULL));
CREATE INDEX mail_of_mailing ON mail USING btree (mailing_id) WHERE (mailing_id IS NOT NULL);
CREATE INDEX mail_to_send ON mail USING btree (not_before) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));

-- An address that takes no mail, or whose owner wants none: a keyed hash of its canonical form, never the address.
CREATE TABLE "suppression" (
    "address_hash" bytea NOT NULL,
    "reason" text NOT NULL,
    "suppressed_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "suppression_pkey" PRIMARY KEY (address_hash),
    CONSTRAINT "suppression_hash_size" CHECK ((octet_length(address_hash) = 32)),
    CONSTRAINT "suppression_reason_known" CHECK ((reason = ANY (ARRAY['bounce'::text, 'complaint'::text])))
);

-- A signature with a suppressed address, so that staff see it without opening the signature.
CREATE TABLE "suppressed_signature" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "address_hash" bytea NOT NULL,
    CONSTRAINT "suppressed_signature_pkey" PRIMARY KEY (petition_id, email_index)
);
CREATE INDEX suppressed_signature_address_hash_idx ON suppressed_signature USING btree (address_hash);

-- What the mail provider told us, by its own number: it may tell it twice.
CREATE TABLE "provider_event" (
    "id" text NOT NULL,
    "received_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "provider_event_pkey" PRIMARY KEY (id)
);

-- News about a petition for the signers who asked for it.
CREATE TABLE "mailing" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "stage" text NOT NULL,
    "revision" integer NOT NULL DEFAULT 0,
    "created_by" uuid NOT NULL,
    "created_at" timestamp(3) with time zone NOT NULL,
    "started_by" uuid,
    "approved_by" uuid,
    "started_at" timestamp(3) with time zone,
    "ended_at" timestamp(3) with time zone,
    "cursor" bytea,
    "queued_at" timestamp(3) with time zone,
    "recipients" integer NOT NULL DEFAULT 0,
    "queued" integer NOT NULL DEFAULT 0,
    "accepted" integer NOT NULL DEFAULT 0,
    "refused" integer NOT NULL DEFAULT 0,
    "dropped" integer NOT NULL DEFAULT 0,
    CONSTRAINT "mailing_pkey" PRIMARY KEY (id),
    CONSTRAINT "mailing_stage_known" CHECK ((stage = ANY (ARRAY['draft'::text, 'sending'::text, 'stopped'::text, 'done'::text]))),
    CONSTRAINT "mailing_started" CHECK (((stage = 'draft'::text) OR ((started_at IS NOT NULL) AND (started_by IS NOT NULL)))),
    CONSTRAINT "mailing_two_people" CHECK (((approved_by IS NULL) OR (approved_by <> started_by)))
);
CREATE INDEX mailing_created_at_idx ON mailing USING btree (created_at);
CREATE INDEX mailing_open ON mailing USING btree (started_at) WHERE (stage = ANY (ARRAY['sending'::text, 'stopped'::text]));

-- The text of one language; empty where it was taken out again.
CREATE TABLE "mailing_text" (
    "mailing_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "subject" text NOT NULL,
    "body" text NOT NULL,
    "other_body" text,
    "other_subject" text,
    "revision" integer NOT NULL DEFAULT 0,
    CONSTRAINT "mailing_text_pkey" PRIMARY KEY (mailing_id, locale)
);

-- What was decided about a signer's comment. Shown only while the signature stands and is as it was then.
CREATE TABLE "comment" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "decision" text NOT NULL,
    "reason" text,
    "decided_by" uuid NOT NULL,
    "decided_at" timestamp(3) with time zone NOT NULL,
    "comment_mac" bytea NOT NULL,
    "content_mac" bytea NOT NULL,
    "text" text,
    "name" text,
    CONSTRAINT "comment_pkey" PRIMARY KEY (petition_id, email_index),
    CONSTRAINT "comment_approved_is_shown" CHECK (((decision = 'approved'::text) = ((text IS NOT NULL) AND (name IS NOT NULL)))),
    CONSTRAINT "comment_decision_known" CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text]))),
    CONSTRAINT "comment_rejected_has_reason" CHECK (((decision = 'rejected'::text) = (reason IS NOT NULL)))
);
CREATE INDEX comment_shown ON comment USING btree (petition_id, decided_at) WHERE (decision = 'approved'::text);

-- Signers who chose to be named in full, a few of the newest. Shown only while the signature is as it was then.
CREATE TABLE "published_signer" (
    "petition_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "name" text NOT NULL,
    "content_mac" bytea NOT NULL,
    "batch" integer NOT NULL,
    "place" integer NOT NULL,
    CONSTRAINT "published_signer_pkey" PRIMARY KEY (petition_id, email_index)
);

-- When names of a petition were last put up.
CREATE TABLE "signer_publication" (
    "petition_id" uuid NOT NULL,
    "batch" integer NOT NULL,
    "published_at" timestamp(3) with time zone NOT NULL,
    "size" bigint NOT NULL DEFAULT 0,
    CONSTRAINT "signer_publication_pkey" PRIMARY KEY (petition_id)
);

-- Up to which day (not included) exact times of signatures were made days (lib/signatures/coarsen.ts).
CREATE TABLE "coarse_until" (
    "what" text NOT NULL,
    "day" date NOT NULL,
    CONSTRAINT "coarse_until_pkey" PRIMARY KEY (what)
);

-- A private link to one's own signatures, or the access session that it was exchanged for. What it shows is encrypted under its
-- token (lib/vault/seal-with-token.ts), which is mailed and kept nowhere: the row alone does not say whose it is.
CREATE TABLE "access_link" (
    "token_hash" bytea NOT NULL,
    "kind" text NOT NULL,
    "address_index" bytea NOT NULL,
    "sealed" bytea NOT NULL,
    "expires_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "access_link_pkey" PRIMARY KEY (token_hash)
);
CREATE INDEX access_link_address_index_idx ON access_link USING btree (address_index);

-- Counted signatures whose personal row was deleted when its time was over. They stay counted.
CREATE TABLE "purged_total" (
    "petition_id" uuid NOT NULL,
    "counted" bigint NOT NULL,
    CONSTRAINT "purged_total_pkey" PRIMARY KEY (petition_id)
);

-- Who asked to be erased, as a keyed hash: so that they are erased again after a backup was restored.
CREATE TABLE "erasure" (
    "hash" bytea NOT NULL,
    "erased_at" timestamp(3) with time zone NOT NULL,
    "filed_at" timestamp(3) with time zone,
    CONSTRAINT "erasure_pkey" PRIMARY KEY (hash)
);

-- A solved task (lib/integrity/proof) that was used: each is good once. Keyed hash of the task's signature.
CREATE TABLE "spent_proof" (
    "hash" bytea NOT NULL,
    "expires_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "spent_proof_pkey" PRIMARY KEY (hash)
);

-- What all web processes have counted of a bucket in an hour (lib/integrity/limits). Its name is a keyed hash. Unlogged.
CREATE UNLOGGED TABLE "limit_count" (
    "name" text NOT NULL,
    "hour" integer NOT NULL,
    "count" integer NOT NULL,
    CONSTRAINT "limit_count_pkey" PRIMARY KEY (name, hour)
);

-- A web process that shares its counts, by a random number, and the hour in which it last did. Unlogged.
CREATE UNLOGGED TABLE "limit_process" (
    "id" bytea NOT NULL,
    "hour" integer NOT NULL,
    CONSTRAINT "limit_process_pkey" PRIMARY KEY (id)
);

-- Random keys that live for a day and are then deleted: typed-form drafts, limits.
CREATE TABLE "day_key" (
    "purpose" text NOT NULL,
    "day" date NOT NULL,
    "key" bytea NOT NULL,
    CONSTRAINT "day_key_pkey" PRIMARY KEY (purpose, day),
    CONSTRAINT "day_key_size" CHECK ((octet_length(key) = 32))
);

CREATE TABLE "heartbeat" (
    "worker" text NOT NULL,
    "beat_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "heartbeat_pkey" PRIMARY KEY (worker)
);

-- Where a statement on the site comes from.
CREATE TABLE "source" (
    "key" text NOT NULL,
    "name" text NOT NULL,
    "publisher" text NOT NULL,
    "author" text,
    "url" text,
    "symbol" text,
    "language" text,
    "published_on" date,
    "published_precision" date_precision,
    "read_sha256" text,
    CONSTRAINT "source_read_sha256_form" CHECK ((read_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT "source_pkey" PRIMARY KEY (key)
);

-- A member or supporter. Country and region are empty where its source names none: never guessed.
CREATE TABLE "member" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "kind" member_kind NOT NULL,
    "name" text NOT NULL,
    "affiliation" text,
    "aliases" text[],
    "country" character(2),
    "region" region,
    "website" text,
    "search" text NOT NULL,
    "listed_on" date NOT NULL,
    "listed_precision" date_precision NOT NULL,
    "left_on" date,
    "created_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "member_pkey" PRIMARY KEY (id),
    CONSTRAINT "member_slug_form" CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE UNIQUE INDEX member_slug_key ON member USING btree (slug);

CREATE TABLE "member_text" (
    "member_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "name" text,
    "affiliation" text,
    CONSTRAINT "member_text_pkey" PRIMARY KEY (member_id, locale)
);

-- One version of the coalition's statement. The newest is shown; the others stay readable.
CREATE TABLE "statement" (
    "version" integer NOT NULL,
    "adopted_on" date,
    "adopted_precision" date_precision,
    "published_at" timestamp(3) with time zone,
    "summarized_on" date,
    CONSTRAINT "statement_pkey" PRIMARY KEY (version),
    CONSTRAINT "statement_dated" CHECK ((((adopted_on IS NULL) = (adopted_precision IS NULL)) AND ((adopted_on IS NOT NULL) OR (summarized_on IS NOT NULL))))
);

CREATE TABLE "statement_text" (
    "version" integer NOT NULL,
    "locale" text NOT NULL,
    "title" text NOT NULL,
    "lead" text NOT NULL,
    "changes" text NOT NULL,
    CONSTRAINT "statement_text_pkey" PRIMARY KEY (version, locale)
);

CREATE TABLE "statement_clause" (
    "version" integer NOT NULL,
    "anchor" text NOT NULL,
    "part" clause_part NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT "statement_clause_pkey" PRIMARY KEY (version, anchor)
);
CREATE UNIQUE INDEX statement_clause_version_position_key ON statement_clause USING btree (version, "position");

CREATE TABLE "clause_text" (
    "version" integer NOT NULL,
    "anchor" text NOT NULL,
    "locale" text NOT NULL,
    "title" text NOT NULL,
    "body" text NOT NULL,
    CONSTRAINT "clause_text_pkey" PRIMARY KEY (version, anchor, locale)
);

-- What happened. When it happened and when a source wrote about it are two things.
CREATE TABLE "activity" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "event_on" date NOT NULL,
    "event_precision" date_precision NOT NULL,
    "event_end_on" date,
    "by_coalition" boolean NOT NULL,
    "answers" text,
    "petition_slug" text,
    "letter_id" uuid,
    "published_at" timestamp(3) with time zone,
    "updated_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "activity_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX activity_slug_key ON activity USING btree (slug);

CREATE TABLE "activity_text" (
    "activity_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "title" text NOT NULL,
    "place" text,
    "body" text NOT NULL,
    "doubt" text,
    CONSTRAINT "activity_text_pkey" PRIMARY KEY (activity_id, locale)
);

-- A joint letter. An open one takes co-signatures, by invitation.
CREATE TABLE "letter" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "status" letter_status NOT NULL DEFAULT 'draft'::letter_status,
    "dated_on" date NOT NULL,
    "dated_precision" date_precision NOT NULL,
    "petition_slug" text,
    "updated_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "letter_pkey" PRIMARY KEY (id)
);
CREATE UNIQUE INDEX letter_slug_key ON letter USING btree (slug);

-- One version of a letter's words in one language. Never updated: a change is a new version.
CREATE TABLE "letter_text" (
    "letter_id" uuid NOT NULL,
    "locale" text NOT NULL,
    "version" integer NOT NULL,
    "title" text NOT NULL,
    "addressee" text NOT NULL,
    "summary" text NOT NULL,
    "body" text NOT NULL,
    "signers_note" text,
    "call_note" text,
    "published_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "letter_text_pkey" PRIMARY KEY (letter_id, locale, version)
);

-- A document of the coalition's own, as a file that anyone may download. The file never changes: another is another
-- document.
CREATE TABLE "document" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "title" text NOT NULL,
    "language" text NOT NULL,
    "dated_on" date NOT NULL,
    "dated_precision" date_precision NOT NULL,
    "type" document_type NOT NULL,
    "size" integer NOT NULL,
    "sha256" text NOT NULL,
    "added_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "document_pkey" PRIMARY KEY (id),
    CONSTRAINT "document_sha256_form" CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT "document_slug_form" CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE UNIQUE INDEX document_slug_key ON document USING btree (slug);
CREATE UNIQUE INDEX document_sha256_key ON document USING btree (sha256);

-- Apart, so that lists do not read it.
CREATE TABLE "document_file" (
    "document_id" uuid NOT NULL,
    "bytes" bytea NOT NULL,
    CONSTRAINT "document_file_pkey" PRIMARY KEY (document_id)
);

-- An organisation under a letter; public once approved. It need not be a member.
CREATE TABLE "co_signature" (
    "id" uuid NOT NULL,
    "letter_id" uuid NOT NULL,
    "organisation" text NOT NULL,
    "search" text NOT NULL,
    "country" character(2),
    "member_id" uuid,
    "state" co_signature_state NOT NULL DEFAULT 'invited'::co_signature_state,
    "sealed" bytea,
    "locale" text,
    "letter_version" integer,
    "signed_on" date,
    "signed_precision" date_precision,
    "created_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "co_signature_pkey" PRIMARY KEY (id),
    CONSTRAINT "co_signature_dated" CHECK (((state <> 'approved'::co_signature_state) OR ((signed_on IS NOT NULL) AND (signed_precision IS NOT NULL))))
);
CREATE INDEX co_signature_member_id_idx ON co_signature USING btree (member_id);
CREATE UNIQUE INDEX co_signature_letter_id_search_key ON co_signature USING btree (letter_id, search);

-- The history of a co-signature; only ever added to.
CREATE TABLE "co_signature_event" (
    "id" uuid NOT NULL,
    "co_signature_id" uuid NOT NULL,
    "state" co_signature_state NOT NULL,
    "at" timestamp(3) with time zone NOT NULL,
    "staff_id" text,
    CONSTRAINT "co_signature_event_pkey" PRIMARY KEY (id)
);
CREATE INDEX co_signature_event_co_signature_id_at_idx ON co_signature_event USING btree (co_signature_id, at);

-- A link for one organisation and one letter. Only the hash of its token is kept.
CREATE TABLE "invitation" (
    "token_hash" bytea NOT NULL,
    "co_signature_id" uuid NOT NULL,
    "created_at" timestamp(3) with time zone NOT NULL,
    "expires_at" timestamp(3) with time zone NOT NULL,
    "used_at" timestamp(3) with time zone,
    "revoked_at" timestamp(3) with time zone,
    CONSTRAINT "invitation_pkey" PRIMARY KEY (token_hash)
);
CREATE INDEX invitation_co_signature_id_idx ON invitation USING btree (co_signature_id);

-- Someone asks to join. Personal data: sealed; deleted after a week if not confirmed.
CREATE TABLE "application" (
    "id" uuid NOT NULL,
    "applicant_index" bytea NOT NULL,
    "kind" member_kind NOT NULL,
    "country" character(2) NOT NULL,
    "state" application_state NOT NULL DEFAULT 'pending'::application_state,
    "locale" text NOT NULL,
    "sealed" bytea NOT NULL,
    "token_hash" bytea NOT NULL,
    "received_at" timestamp(3) with time zone NOT NULL,
    "confirmed_at" timestamp(3) with time zone,
    "decided_at" timestamp(3) with time zone,
    "decided_by" text,
    "own" bytea,
    CONSTRAINT "application_pkey" PRIMARY KEY (id),
    CONSTRAINT "application_confirmed" CHECK (((state = ANY (ARRAY['pending'::application_state, 'withdrawn'::application_state])) OR (confirmed_at IS NOT NULL)))
);
CREATE INDEX application_state_received_at_idx ON application USING btree (state, received_at);
CREATE UNIQUE INDEX application_applicant_index_key ON application USING btree (applicant_index);
CREATE UNIQUE INDEX application_token_hash_key ON application USING btree (token_hash);

-- One version of the site's own words in one language (lib/coalition/site-texts). Never updated: a change is a new
-- version, and one without words takes them off the site.
CREATE TABLE "site_text" (
    "key" text NOT NULL,
    "locale" text NOT NULL,
    "version" integer NOT NULL,
    "words" jsonb NOT NULL,
    "published_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "site_text_pkey" PRIMARY KEY (key, locale, version)
);

-- Where a signer's letter to a government goes.
CREATE TABLE "government_address" (
    "country" character(2) NOT NULL,
    "office" government_office NOT NULL,
    "email" text NOT NULL,
    "url" text,
    "checked_on" date NOT NULL,
    CONSTRAINT "government_address_pkey" PRIMARY KEY (country, office)
);

-- A member of staff.
CREATE TABLE "staff" (
    "id" uuid NOT NULL,
    "email" text NOT NULL,
    "email_verified" timestamp(3) with time zone,
    "role" staff_role NOT NULL,
    "created_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" timestamp(3) with time zone,
    "totp_secret" bytea,
    "totp_since" timestamp(3) with time zone,
    "totp_step" integer NOT NULL DEFAULT 0,
    "wrong_codes" integer NOT NULL DEFAULT 0,
    "wrong_code_at" timestamp(3) with time zone,
    "signed_in_at" timestamp(3) with time zone,
    CONSTRAINT "staff_pkey" PRIMARY KEY (id),
    CONSTRAINT "staff_email_form" CHECK (((email = lower(email)) AND (email ~~ '_%@_%'::text)))
);
CREATE UNIQUE INDEX staff_email_key ON staff USING btree (email);

-- A browser in which somebody signed in, known by a random cookie: who signs in from another one is mailed.
CREATE TABLE "staff_browser" (
    "staff_id" uuid NOT NULL,
    "token_hash" bytea NOT NULL,
    "used_on" date NOT NULL,
    CONSTRAINT "staff_browser_pkey" PRIMARY KEY (staff_id, token_hash),
    CONSTRAINT "staff_browser_hash_size" CHECK ((octet_length(token_hash) = 32))
);

-- Something that one of the staff must know: mailed by the worker, several in one mail (lib/staff/notices).
CREATE TABLE "staff_notice" (
    "id" uuid NOT NULL,
    "staff_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "detail" text NOT NULL,
    "noticed_at" timestamp(3) with time zone NOT NULL,
    "mailed_at" timestamp(3) with time zone,
    CONSTRAINT "staff_notice_pkey" PRIMARY KEY (id)
);
CREATE INDEX staff_notice_staff_id_mailed_at_idx ON staff_notice USING btree (staff_id, mailed_at);
CREATE UNIQUE INDEX staff_notice_waiting ON staff_notice USING btree (staff_id, kind, md5(detail)) WHERE (mailed_at IS NULL);

-- Who invited somebody, changed their role, let them in again or reset their factors, and who agreed to it. For a while
-- neither is the other's second person (lib/staff/approvals/second-person.ts).
CREATE TABLE "staff_sponsor" (
    "staff_id" uuid NOT NULL,
    "sponsor_id" uuid NOT NULL,
    "since" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "staff_sponsor_pkey" PRIMARY KEY (staff_id, sponsor_id),
    CONSTRAINT "staff_sponsor_two_people" CHECK ((staff_id <> sponsor_id))
);
CREATE INDEX staff_sponsor_sponsor_id_idx ON staff_sponsor USING btree (sponsor_id);

CREATE TABLE "staff_session" (
    "id" uuid NOT NULL,
    "session_token" text NOT NULL,
    "user_id" uuid NOT NULL,
    "expires" timestamp(3) with time zone NOT NULL,
    "created_at" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" text NOT NULL DEFAULT ''::text,
    "second_factor_at" timestamp(3) with time zone,
    "factor" text,
    "challenge" text,
    CONSTRAINT "staff_session_pkey" PRIMARY KEY (id),
    CONSTRAINT "staff_session_factor_with_time" CHECK (((factor IS NULL) = (second_factor_at IS NULL))),
    CONSTRAINT "staff_session_token_is_hash" CHECK ((session_token ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX staff_session_user_id_idx ON staff_session USING btree (user_id);
CREATE UNIQUE INDEX staff_session_session_token_key ON staff_session USING btree (session_token);

-- What was typed into an admin form that was rejected. Deleted with its session.
CREATE TABLE "saved_form" (
    "id" uuid NOT NULL,
    "session_id" uuid NOT NULL,
    "box" bytea NOT NULL,
    "kept_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "saved_form_pkey" PRIMARY KEY (id)
);
CREATE INDEX saved_form_session_id_kept_at_idx ON saved_form USING btree (session_id, kept_at);

-- A link that signs in once. The token is SHA-256 of the mailed one and NEXTAUTH_SECRET, as next-auth does it.
CREATE TABLE "staff_link" (
    "identifier" text NOT NULL,
    "token" text NOT NULL,
    "expires" timestamp(3) with time zone NOT NULL
);
CREATE UNIQUE INDEX staff_link_identifier_token_key ON staff_link USING btree (identifier, token);
CREATE UNIQUE INDEX staff_link_token_key ON staff_link USING btree (token);

CREATE TABLE "staff_passkey" (
    "id" text NOT NULL,
    "user_id" uuid NOT NULL,
    "public_key" bytea NOT NULL,
    "counter" bigint NOT NULL,
    "transports" text[],
    "created_at" timestamp(3) with time zone NOT NULL,
    "used_at" timestamp(3) with time zone,
    "name" text NOT NULL DEFAULT ''::text,
    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY (id)
);
CREATE INDEX staff_passkey_user_id_idx ON staff_passkey USING btree (user_id);

CREATE TABLE "staff_recovery_code" (
    "user_id" uuid NOT NULL,
    "hash" bytea NOT NULL,
    "used_at" timestamp(3) with time zone,
    CONSTRAINT "staff_recovery_code_pkey" PRIMARY KEY (user_id, hash),
    CONSTRAINT "staff_recovery_code_size" CHECK ((octet_length(hash) = 32))
);

-- The audit log of what staff did; append-only. Each entry holds the hash of the previous one.
CREATE TABLE "audit_entry" (
    "seq" bigint NOT NULL,
    "at" timestamp(3) with time zone NOT NULL,
    "staff_id" uuid,
    "signed_in" text NOT NULL,
    "verb" text NOT NULL,
    "subject" text NOT NULL,
    "detail" text NOT NULL,
    "hash" bytea NOT NULL,
    CONSTRAINT "audit_entry_pkey" PRIMARY KEY (seq),
    CONSTRAINT "audit_entry_sizes" CHECK (((seq > 0) AND (octet_length(hash) = 32)))
);
CREATE INDEX audit_entry_staff_id_seq_idx ON audit_entry USING btree (staff_id, seq);
CREATE INDEX audit_entry_subject_seq_idx ON audit_entry USING btree (subject, seq);

-- A published head of the audit record: what its newest entry was at the end of a day (lib/ledger/audit-head).
CREATE TABLE "audit_head" (
    "seq" bigint NOT NULL,
    "day" date NOT NULL,
    "note" text NOT NULL,
    "policy" text NOT NULL,
    CONSTRAINT "audit_head_pkey" PRIMARY KEY (seq)
);

-- Something to be done to many signatures at once: those of a rule, as one decision.
CREATE TABLE "bulk_action" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "verb" text NOT NULL,
    "reason" text NOT NULL,
    "rule" text NOT NULL,
    "stage" text NOT NULL,
    "asked_by" uuid NOT NULL,
    "asked_at" timestamp(3) with time zone NOT NULL,
    "approved_by" uuid,
    "approved_at" timestamp(3) with time zone,
    "ended_at" timestamp(3) with time zone,
    "undoes" uuid,
    "cursor" bytea,
    "total" integer NOT NULL DEFAULT 0,
    "changed" integer NOT NULL DEFAULT 0,
    "skipped" integer NOT NULL DEFAULT 0,
    CONSTRAINT "bulk_action_pkey" PRIMARY KEY (id),
    CONSTRAINT "bulk_action_numbers" CHECK (((total >= 0) AND (changed >= 0) AND (skipped >= 0))),
    CONSTRAINT "bulk_action_stage_known" CHECK ((stage = ANY (ARRAY['counting'::text, 'ready'::text, 'waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'expired'::text]))),
    CONSTRAINT "bulk_action_two_people" CHECK (((NOT ((total > 100) AND (stage = ANY (ARRAY['running'::text, 'done'::text])))) OR ((approved_by IS NOT NULL) AND (approved_by <> asked_by)))),
    CONSTRAINT "bulk_action_verb_known" CHECK ((verb = ANY (ARRAY['hold'::text, 'release'::text, 'remove'::text, 'restore'::text])))
);
CREATE INDEX bulk_action_asked_at_idx ON bulk_action USING btree (asked_at);
CREATE INDEX bulk_action_open ON bulk_action USING btree (stage) WHERE (stage = ANY (ARRAY['counting'::text, 'running'::text, 'waiting'::text]));

-- A signature that the rule matched when it was counted: exactly what the second person agrees to.
CREATE TABLE "bulk_item" (
    "bulk_action_id" uuid NOT NULL,
    "email_index" bytea NOT NULL,
    "expected" signature_state NOT NULL,
    "done_at" timestamp(3) with time zone,
    "changed" boolean NOT NULL DEFAULT false,
    CONSTRAINT "bulk_item_pkey" PRIMARY KEY (bulk_action_id, email_index)
);
CREATE INDEX bulk_item_email_index_idx ON bulk_item USING btree (email_index);
CREATE INDEX bulk_item_to_do ON bulk_item USING btree (bulk_action_id, email_index) WHERE (done_at IS NULL);

-- Something that takes two people: asked for by one, decided by another within a day.
CREATE TABLE "approval" (
    "id" uuid NOT NULL,
    "verb" text NOT NULL,
    "subject" text NOT NULL,
    "detail" text NOT NULL,
    "reason" text NOT NULL,
    "asked_by" uuid NOT NULL,
    "asked_at" timestamp(3) with time zone NOT NULL,
    "decided_by" uuid,
    "approved_at" timestamp(3) with time zone,
    "refused_at" timestamp(3) with time zone,
    "content" text,
    "done_at" timestamp(3) with time zone,
    "due_at" timestamp(3) with time zone,
    "stopped_at" timestamp(3) with time zone,
    "stopped_by" uuid,
    CONSTRAINT "approval_pkey" PRIMARY KEY (id),
    CONSTRAINT "approval_decided_once" CHECK (((approved_at IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT "approval_done_if_agreed" CHECK (((done_at IS NULL) OR (approved_at IS NOT NULL))),
    CONSTRAINT "approval_done_or_stopped" CHECK (((done_at IS NULL) OR (stopped_at IS NULL))),
    CONSTRAINT "approval_done_when_due" CHECK (((due_at IS NULL) OR ((approved_at IS NOT NULL) AND ((done_at IS NULL) OR (done_at >= due_at))))),
    CONSTRAINT "approval_stopped_if_agreed" CHECK (((stopped_at IS NULL) OR (approved_at IS NOT NULL))),
    CONSTRAINT "approval_two_people" CHECK (((approved_at IS NULL) OR ((decided_by IS NOT NULL) AND (decided_by <> asked_by)))),
    CONSTRAINT "approval_within_a_day" CHECK ((approved_at < (asked_at + '24:00:00'::interval)))
);
CREATE INDEX approval_asked_at_idx ON approval USING btree (asked_at);
CREATE INDEX approval_due ON approval USING btree (due_at) WHERE ((due_at IS NOT NULL) AND (done_at IS NULL) AND (stopped_at IS NULL));
CREATE UNIQUE INDEX approval_open ON approval USING btree (verb, subject) WHERE ((refused_at IS NULL) AND (done_at IS NULL) AND (stopped_at IS NULL));

-- Signatures that one person acted on alone, in numbered slots: a hundred within 24 hours for each person and for each
-- petition, whatever the verb (lib/signatures/solo-quota).
CREATE TABLE "solo_quota" (
    "scope" text NOT NULL,
    "key" uuid NOT NULL,
    "slot" smallint NOT NULL,
    "taken_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "solo_quota_pkey" PRIMARY KEY (scope, key, slot),
    CONSTRAINT "solo_quota_hundred_a_day" CHECK (((slot >= 1) AND (slot <= 100))),
    CONSTRAINT "solo_quota_scope_known" CHECK ((scope = ANY (ARRAY['staff'::text, 'petition'::text])))
);

-- A file of signatures that somebody of the staff asked for. The file itself is never kept: it is made while it is
-- downloaded.
CREATE TABLE "data_export" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "filter" text NOT NULL,
    "columns" text[],
    "format" text NOT NULL,
    "recipient" text,
    "reason" text NOT NULL,
    "rows" integer NOT NULL,
    "asked_by" uuid NOT NULL,
    "asked_at" timestamp(3) with time zone NOT NULL,
    "approved_by" uuid,
    "approved_at" timestamp(3) with time zone,
    "starts" smallint NOT NULL DEFAULT 0,
    "finished_at" timestamp(3) with time zone,
    "ended_at" timestamp(3) with time zone,
    "held_until" timestamp(3) with time zone,
    CONSTRAINT "data_export_pkey" PRIMARY KEY (id),
    CONSTRAINT "data_export_few_starts" CHECK ((starts <= 3)),
    CONSTRAINT "data_export_personal_is_sealed" CHECK (((recipient IS NOT NULL) OR (NOT (columns && ARRAY['name'::text, 'email'::text, 'received_at'::text, 'confirmed_at'::text])))),
    CONSTRAINT "data_export_two_people" CHECK (((recipient IS NULL) OR (starts = 0) OR ((approved_by IS NOT NULL) AND (approved_by <> asked_by))))
);
CREATE INDEX data_export_asked_at_idx ON data_export USING btree (asked_at);

CREATE TABLE "_ActivityToDocument" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL,
    CONSTRAINT "_ActivityToDocument_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_ActivityToDocument_B_index" ON "_ActivityToDocument" USING btree ("B");

CREATE TABLE "_DocumentToLetter" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL,
    CONSTRAINT "_DocumentToLetter_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_DocumentToLetter_B_index" ON "_DocumentToLetter" USING btree ("B");

CREATE TABLE "_ActivityToSource" (
    "A" uuid NOT NULL,
    "B" text NOT NULL,
    CONSTRAINT "_ActivityToSource_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_ActivityToSource_B_index" ON "_ActivityToSource" USING btree ("B");

CREATE TABLE "_LetterToSource" (
    "A" uuid NOT NULL,
    "B" text NOT NULL,
    CONSTRAINT "_LetterToSource_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_LetterToSource_B_index" ON "_LetterToSource" USING btree ("B");

CREATE TABLE "_MemberToSource" (
    "A" uuid NOT NULL,
    "B" text NOT NULL,
    CONSTRAINT "_MemberToSource_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_MemberToSource_B_index" ON "_MemberToSource" USING btree ("B");

CREATE TABLE "_SourceToStatement" (
    "A" text NOT NULL,
    "B" integer NOT NULL,
    CONSTRAINT "_SourceToStatement_AB_pkey" PRIMARY KEY ("A", "B")
);
CREATE INDEX "_SourceToStatement_B_index" ON "_SourceToStatement" USING btree ("B");
ALTER TABLE "petition_text" ADD CONSTRAINT "petition_text_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "petition_draft" ADD CONSTRAINT "petition_draft_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "draft_conflict" ADD CONSTRAINT "draft_conflict_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "petition_total" ADD CONSTRAINT "petition_total_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "signature_name" ADD CONSTRAINT "signature_name_petition_id_email_index_fkey" FOREIGN KEY (petition_id, email_index) REFERENCES signature(petition_id, email_index) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "paper_scan" ADD CONSTRAINT "paper_scan_sheet_id_fkey" FOREIGN KEY (sheet_id) REFERENCES paper_sheet(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "paper_count" ADD CONSTRAINT "paper_count_sheet_id_fkey" FOREIGN KEY (sheet_id) REFERENCES paper_sheet(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "suppressed_signature" ADD CONSTRAINT "suppressed_signature_address_hash_fkey" FOREIGN KEY (address_hash) REFERENCES suppression(address_hash) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "suppressed_signature" ADD CONSTRAINT "suppressed_signature_petition_id_email_index_fkey" FOREIGN KEY (petition_id, email_index) REFERENCES signature(petition_id, email_index) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "mailing_text" ADD CONSTRAINT "mailing_text_mailing_id_fkey" FOREIGN KEY (mailing_id) REFERENCES mailing(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_petition_id_email_index_fkey" FOREIGN KEY (petition_id, email_index) REFERENCES signature(petition_id, email_index) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "published_signer" ADD CONSTRAINT "published_signer_petition_id_email_index_fkey" FOREIGN KEY (petition_id, email_index) REFERENCES signature(petition_id, email_index) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "member_text" ADD CONSTRAINT "member_text_member_id_fkey" FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "statement_text" ADD CONSTRAINT "statement_text_version_fkey" FOREIGN KEY (version) REFERENCES statement(version) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "statement_clause" ADD CONSTRAINT "statement_clause_version_fkey" FOREIGN KEY (version) REFERENCES statement(version) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "clause_text" ADD CONSTRAINT "clause_text_version_anchor_fkey" FOREIGN KEY (version, anchor) REFERENCES statement_clause(version, anchor) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "activity" ADD CONSTRAINT "activity_letter_id_fkey" FOREIGN KEY (letter_id) REFERENCES letter(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE "activity_text" ADD CONSTRAINT "activity_text_activity_id_fkey" FOREIGN KEY (activity_id) REFERENCES activity(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "letter_text" ADD CONSTRAINT "letter_text_letter_id_fkey" FOREIGN KEY (letter_id) REFERENCES letter(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "co_signature" ADD CONSTRAINT "co_signature_letter_id_fkey" FOREIGN KEY (letter_id) REFERENCES letter(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "co_signature" ADD CONSTRAINT "co_signature_member_id_fkey" FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE "co_signature_event" ADD CONSTRAINT "co_signature_event_co_signature_id_fkey" FOREIGN KEY (co_signature_id) REFERENCES co_signature(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_co_signature_id_fkey" FOREIGN KEY (co_signature_id) REFERENCES co_signature(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_browser" ADD CONSTRAINT "staff_browser_staff_id_fkey" FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_staff_id_fkey" FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_sponsor" ADD CONSTRAINT "staff_sponsor_sponsor_id_fkey" FOREIGN KEY (sponsor_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_sponsor" ADD CONSTRAINT "staff_sponsor_staff_id_fkey" FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_user_id_fkey" FOREIGN KEY (user_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "saved_form" ADD CONSTRAINT "saved_form_session_id_fkey" FOREIGN KEY (session_id) REFERENCES staff_session(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_user_id_fkey" FOREIGN KEY (user_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_user_id_fkey" FOREIGN KEY (user_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_bulk_action_id_fkey" FOREIGN KEY (bulk_action_id) REFERENCES bulk_action(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "petition_draft" ADD CONSTRAINT "petition_draft_edited_by_fkey" FOREIGN KEY (edited_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_entered_by_fkey" FOREIGN KEY (entered_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "paper_count" ADD CONSTRAINT "paper_count_counted_by_fkey" FOREIGN KEY (counted_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_created_by_fkey" FOREIGN KEY (created_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_started_by_fkey" FOREIGN KEY (started_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_approved_by_fkey" FOREIGN KEY (approved_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_asked_by_fkey" FOREIGN KEY (asked_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_approved_by_fkey" FOREIGN KEY (approved_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "approval" ADD CONSTRAINT "approval_asked_by_fkey" FOREIGN KEY (asked_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "approval" ADD CONSTRAINT "approval_decided_by_fkey" FOREIGN KEY (decided_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "approval" ADD CONSTRAINT "approval_stopped_by_fkey" FOREIGN KEY (stopped_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_asked_by_fkey" FOREIGN KEY (asked_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_approved_by_fkey" FOREIGN KEY (approved_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE "document_file" ADD CONSTRAINT "document_file_document_id_fkey" FOREIGN KEY (document_id) REFERENCES document(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_ActivityToDocument" ADD CONSTRAINT "_ActivityToDocument_A_fkey" FOREIGN KEY ("A") REFERENCES activity(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_ActivityToDocument" ADD CONSTRAINT "_ActivityToDocument_B_fkey" FOREIGN KEY ("B") REFERENCES document(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_DocumentToLetter" ADD CONSTRAINT "_DocumentToLetter_A_fkey" FOREIGN KEY ("A") REFERENCES document(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_DocumentToLetter" ADD CONSTRAINT "_DocumentToLetter_B_fkey" FOREIGN KEY ("B") REFERENCES letter(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_ActivityToSource" ADD CONSTRAINT "_ActivityToSource_A_fkey" FOREIGN KEY ("A") REFERENCES activity(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_ActivityToSource" ADD CONSTRAINT "_ActivityToSource_B_fkey" FOREIGN KEY ("B") REFERENCES source(key) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_LetterToSource" ADD CONSTRAINT "_LetterToSource_A_fkey" FOREIGN KEY ("A") REFERENCES letter(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_LetterToSource" ADD CONSTRAINT "_LetterToSource_B_fkey" FOREIGN KEY ("B") REFERENCES source(key) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_MemberToSource" ADD CONSTRAINT "_MemberToSource_A_fkey" FOREIGN KEY ("A") REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_MemberToSource" ADD CONSTRAINT "_MemberToSource_B_fkey" FOREIGN KEY ("B") REFERENCES source(key) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_SourceToStatement" ADD CONSTRAINT "_SourceToStatement_A_fkey" FOREIGN KEY ("A") REFERENCES source(key) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE "_SourceToStatement" ADD CONSTRAINT "_SourceToStatement_B_fkey" FOREIGN KEY ("B") REFERENCES statement(version) ON UPDATE CASCADE ON DELETE CASCADE;

