-- Times no finer than anything needs.

-- Up to which day (not included) exact times were made days (lib/signatures/coarsen.ts).
-- CreateTable
CREATE TABLE "coarse_until" (
    "what" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "coarse_until_pkey" PRIMARY KEY ("what")
);

-- Which signatures came since is told by their place in the ledger, and not by a time.
-- AlterTable
ALTER TABLE "signer_listing" ADD COLUMN "size" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "facet_total" ADD COLUMN "size" BIGINT NOT NULL DEFAULT 0;

UPDATE "signer_listing" l SET size = t.size FROM "petition_total" t WHERE t.petition_id = l.petition_id;

-- What Prisma's schema language cannot say.

DROP INDEX "signature_named";
CREATE INDEX "signature_named" ON "signature" (petition_id, leaf_index) WHERE display = 'full' AND state = 'counted';

-- An exact time shows who signed to whoever saw who was on the line: two people, encrypted.
UPDATE "data_export" SET columns =
  array_replace(array_replace(array_replace(columns, 'received_at', 'signed_on'), 'confirmed_at', 'confirmed_on'), 'counted_at', 'counted_on');
ALTER TABLE "data_export"
  DROP CONSTRAINT "data_export_personal_is_sealed",
  ADD CONSTRAINT "data_export_personal_is_sealed"
    CHECK (recipient IS NOT NULL OR NOT (columns && ARRAY['name', 'email', 'received_at', 'confirmed_at']));

UPDATE "ledger_correction" SET corrected_at = date_trunc('day', corrected_at, 'UTC');
UPDATE "retraction" SET requested_at = date_trunc('day', requested_at, 'UTC');
