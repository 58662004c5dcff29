-- Versions of the statement that the editors of the site put together: they are not dated as adopted by the coalition.
ALTER TABLE "statement" ALTER COLUMN "adopted_on" DROP NOT NULL,
ALTER COLUMN "adopted_precision" DROP NOT NULL,
ADD COLUMN     "summarized_on" DATE;

UPDATE "statement" SET "summarized_on" = '2026-11-21' WHERE "version" <= 3;
UPDATE "statement" SET "adopted_on" = NULL, "adopted_precision" = NULL
  WHERE "version" = 3 AND "adopted_on" = '2015-01-01' AND "adopted_precision" = 'year';

ALTER TABLE "statement" ADD CONSTRAINT "statement_dated" CHECK (
  ("adopted_on" IS NULL) = ("adopted_precision" IS NULL)
  AND ("adopted_on" IS NOT NULL OR "summarized_on" IS NOT NULL)
);

-- The quotation in the clause on impunity is in source 002. Version 2 is told from 001, which does not have it: the
-- next start puts its words in anew.
INSERT INTO "_SourceToStatement" ("A", "B")
  SELECT s."key", 3 FROM "source" s WHERE s."key" = '002' AND EXISTS (SELECT 1 FROM "statement" WHERE "version" = 3)
  ON CONFLICT DO NOTHING;
DELETE FROM "clause_text" WHERE "version" = 2 AND "anchor" = 'end-impunity';

-- What the sources do not say.
UPDATE "member" SET "country" = NULL, "region" = NULL WHERE "slug" = 'tomoyuki-kawazoe' AND "country" = 'JP';
UPDATE "source" SET "publisher" = 'Family Care Foundation' WHERE "key" = '004' AND "publisher" = 'Grant Montgomery';

-- The campaign of 2011 was no petition on this site: nobody signed it here. It becomes an entry of the activities, if
-- the petition is as it was seeded: never signed, no entry in its ledger.
CREATE TEMPORARY TABLE "campaign" ON COMMIT DROP AS
  SELECT "id" FROM "petition" p WHERE "slug" = 'commission-of-inquiry' AND "status" = 'won'
    AND NOT EXISTS (SELECT 1 FROM "signature" s WHERE s."petition_id" = p."id")
    AND NOT EXISTS (SELECT 1 FROM "ledger_leaf" l WHERE l."petition_id" = p."id");

INSERT INTO "activity" ("id", "slug", "event_on", "event_precision", "event_end_on", "by_coalition", "published_at")
  SELECT "id", 'commission-of-inquiry', '2011-09-08', 'day', '2013-03-21', true, now() FROM "campaign"
  ON CONFLICT ("slug") DO NOTHING;
INSERT INTO "_ActivityToSource" ("A", "B")
  SELECT c."id", s."key" FROM "campaign" c JOIN "activity" a ON a."id" = c."id"
    JOIN "source" s ON s."key" IN ('001', '002', '003', 'un-22-13', 'un-inquiry')
  ON CONFLICT DO NOTHING;
UPDATE "activity" SET "petition_slug" = NULL
  WHERE "petition_slug" = 'commission-of-inquiry' AND EXISTS (SELECT 1 FROM "campaign");

DELETE FROM "petition_text" WHERE "petition_id" IN (SELECT "id" FROM "campaign");
DELETE FROM "petition_total" WHERE "petition_id" IN (SELECT "id" FROM "campaign");
DELETE FROM "ledger_checkpoint" WHERE "petition_id" IN (SELECT "id" FROM "campaign");
DELETE FROM "ledger_witness" WHERE "petition_id" IN (SELECT "id" FROM "campaign");
DELETE FROM "ledger_log" WHERE "petition_id" IN (SELECT "id" FROM "campaign");
DELETE FROM "petition" WHERE "id" IN (SELECT "id" FROM "campaign");
