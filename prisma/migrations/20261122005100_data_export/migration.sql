-- CreateTable
CREATE TABLE "data_export" (
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "filter" TEXT NOT NULL,
    "columns" TEXT[],
    "format" TEXT NOT NULL,
    "recipient" TEXT,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_by" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "starts" SMALLINT NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id"),
    -- What shows people is encrypted to somebody, and begins only once a second person has agreed.
    CONSTRAINT "data_export_personal_is_sealed" CHECK (recipient IS NOT NULL OR NOT (columns && ARRAY['name', 'email'])),
    CONSTRAINT "data_export_two_people" CHECK (recipient IS NULL OR starts = 0 OR (agreed_by IS NOT NULL AND agreed_by <> asked_by)),
    CONSTRAINT "data_export_few_starts" CHECK (starts <= 3)
);

-- CreateIndex
CREATE INDEX "data_export_asked_at_idx" ON "data_export"("asked_at");
