-- Addresses of others that are told what becomes of the petitions, what happened, and what each of them was told.
CREATE TABLE webhook (
  id uuid NOT NULL,
  url text NOT NULL,
  events text[],
  sealed bytea,
  created_at timestamptz(3) NOT NULL,
  paused_at timestamptz(3),
  pause_reason text,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_paused CHECK ((paused_at IS NULL) = (pause_reason IS NULL))
);
CREATE UNIQUE INDEX webhook_url_key ON webhook USING btree (url);

CREATE TABLE webhook_event (
  id uuid NOT NULL,
  kind text NOT NULL,
  petition_id uuid,
  once text,
  data text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT webhook_event_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX webhook_event_petition_id_kind_once_key ON webhook_event USING btree (petition_id, kind, once);
ALTER TABLE webhook_event ADD CONSTRAINT webhook_event_petition_id_fkey FOREIGN KEY (petition_id)
  REFERENCES petition (id) ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE webhook_delivery (
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  due_at timestamptz(3),
  attempted_at timestamptz(3),
  delivered_at timestamptz(3),
  status integer,
  failure text,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (webhook_id, event_id),
  CONSTRAINT webhook_delivery_ended CHECK (delivered_at IS NULL OR due_at IS NULL)
);
CREATE INDEX webhook_delivery_due_at_idx ON webhook_delivery USING btree (due_at);
CREATE INDEX webhook_delivery_event_id_idx ON webhook_delivery USING btree (event_id);
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id)
  REFERENCES webhook (id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_event_id_fkey FOREIGN KEY (event_id)
  REFERENCES webhook_event (id) ON DELETE CASCADE ON UPDATE CASCADE;

-- Numbers that a petition had reached before this are not told again.
INSERT INTO webhook_event (id, kind, petition_id, once, data, created_at)
SELECT gen_random_uuid(), 'petition.milestone', t.petition_id, step::text, json_build_object('count', step)::text, now()
FROM petition_total t CROSS JOIN (VALUES (100), (500), (1000), (5000), (10000), (50000), (100000), (500000), (1000000),
  (5000000), (10000000)) AS steps (step)
WHERE t.net >= step;
