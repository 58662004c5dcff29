-- AlterTable
ALTER TABLE "petition" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "petition_draft" (
    "petition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "source_revision" INTEGER NOT NULL,
    "edited_by" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "petition_draft_pkey" PRIMARY KEY ("petition_id","locale","revision"),
    CONSTRAINT "petition_draft_revision_positive" CHECK (revision > 0)
);

-- CreateTable
CREATE TABLE "petition_aside" (
    "id" UUID NOT NULL,
    "petition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "set_aside_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "petition_aside_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "petition_draft" ADD CONSTRAINT "petition_draft_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition_aside" ADD CONSTRAINT "petition_aside_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What can be signed is in view: the signing statement asks for the status alone.
ALTER TABLE "petition"
  ADD CONSTRAINT "petition_removed_is_over" CHECK (removed_at IS NULL OR status IN ('closed', 'won', 'delivered')),
  ADD CONSTRAINT "petition_won_has_date" CHECK (status <> 'won' OR won_at IS NOT NULL),
  ADD CONSTRAINT "petition_delivered_has_date" CHECK (status <> 'delivered' OR delivered_at IS NOT NULL);
