-- How far a worker is with the pack of a delivery, for the staff who wait for it (lib/delivery/progress.ts). It names nobody.
CREATE TABLE "delivery_progress" (
    "delivery_id" uuid NOT NULL,
    "step" text NOT NULL,
    "done" integer NOT NULL,
    "total" integer NOT NULL,
    "at" timestamp(3) with time zone NOT NULL,
    "failures" integer DEFAULT 0 NOT NULL,
    "failed_at" timestamp(3) with time zone,
    "failed_step" text,
    "unprinted" text[] DEFAULT ARRAY[]::text[],
    CONSTRAINT "delivery_progress_pkey" PRIMARY KEY (delivery_id),
    CONSTRAINT "delivery_progress_step_known" CHECK (step IN ('ledger', 'pdfs', 'names')),
    CONSTRAINT "delivery_progress_delivery_id_fkey" FOREIGN KEY (delivery_id) REFERENCES delivery(id) ON UPDATE CASCADE ON DELETE CASCADE
);
