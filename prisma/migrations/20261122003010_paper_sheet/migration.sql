-- CreateEnum
CREATE TYPE "paper_sheet_state" AS ENUM ('open', 'approved', 'withdrawn');

-- CreateEnum
CREATE TYPE "paper_seat" AS ENUM ('first', 'second');

-- AlterTable
ALTER TABLE "petition_total" ADD COLUMN     "paper" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "paper_sheet" (
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "state" "paper_sheet_state" NOT NULL DEFAULT 'open',
    "round" SMALLINT NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,
    "scan_index" BYTEA,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "signatures" INTEGER,
    "record" BYTEA,
    "approved_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_scan" (
    "sheet_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "paper_scan_pkey" PRIMARY KEY ("sheet_id")
);

-- CreateTable
CREATE TABLE "paper_count" (
    "sheet_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "seat" "paper_seat" NOT NULL,
    "number" INTEGER NOT NULL,
    "counted_by" UUID NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_count_pkey" PRIMARY KEY ("sheet_id","round","seat")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_sheet_scan_index_key" ON "paper_sheet"("scan_index");

-- CreateIndex
CREATE INDEX "paper_sheet_state_entered_at_idx" ON "paper_sheet"("state", "entered_at");

-- CreateIndex
CREATE INDEX "paper_sheet_petition_id_idx" ON "paper_sheet"("petition_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_count_sheet_id_round_counted_by_key" ON "paper_count"("sheet_id", "round", "counted_by");

-- AddForeignKey
ALTER TABLE "paper_scan" ADD CONSTRAINT "paper_scan_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "paper_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_count" ADD CONSTRAINT "paper_count_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "paper_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

ALTER TABLE "paper_sheet"
  -- Counted is what was agreed on, and only that.
  ADD CONSTRAINT "paper_sheet_approved_whole" CHECK (
    (state = 'open') = (signatures IS NULL) AND (signatures IS NULL) = (record IS NULL)
    AND (signatures IS NULL) = (approved_at IS NULL)),
  ADD CONSTRAINT "paper_sheet_withdrawn_whole" CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL));
ALTER TABLE "paper_count" ADD CONSTRAINT "paper_count_positive" CHECK (number > 0);

-- What is on paper so far.
UPDATE "petition_total" t SET paper = (
  SELECT coalesce(sum(e.signatures), 0) FROM paper_entry e
  LEFT JOIN retraction r ON r.petition_id = e.petition_id AND r.leaf_index = e.leaf_index
  WHERE e.petition_id = t.petition_id AND e.leaf_index IS NOT NULL AND r.retracted_index IS NULL);
