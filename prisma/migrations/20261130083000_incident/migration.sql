-- What staff made of a flood of signatures (lib/floods/incidents). Days, numbers, and nobody's address: its key, which leads
-- to a mail domain for who has the private key, is emptied after a week.
CREATE TABLE "incident" (
    "id" uuid NOT NULL,
    "petition_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "via" text,
    "flood_key" text,
    "first_day" date NOT NULL,
    "last_day" date NOT NULL,
    "signatures" integer NOT NULL,
    "state" text DEFAULT 'new' NOT NULL,
    "outcome" text,
    "reason" text DEFAULT '' NOT NULL,
    "closed_signatures" integer,
    "staff_id" uuid,
    "state_at" timestamp(3) with time zone,
    CONSTRAINT "incident_pkey" PRIMARY KEY (id),
    CONSTRAINT "incident_kind_known" CHECK (kind IN ('domain', 'network', 'link', 'time')),
    CONSTRAINT "incident_state_known" CHECK (state IN ('new', 'looking', 'closed')),
    CONSTRAINT "incident_outcome" CHECK ((state = 'closed') = (outcome IS NOT NULL) AND outcome IN ('handled', 'normal')),
    CONSTRAINT "incident_petition_id_fkey" FOREIGN KEY (petition_id) REFERENCES petition(id) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT "incident_staff_id_fkey" FOREIGN KEY (staff_id) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE UNIQUE INDEX "incident_flood_key_key" ON incident USING btree (flood_key);
CREATE INDEX "incident_last_day_idx" ON incident USING btree (last_day);
CREATE INDEX "incident_petition_id_idx" ON incident USING btree (petition_id);
