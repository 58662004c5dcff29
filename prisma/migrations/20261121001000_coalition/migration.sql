-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year');

-- CreateEnum
CREATE TYPE "member_kind" AS ENUM ('organization', 'individual');

-- CreateEnum
CREATE TYPE "region" AS ENUM ('africa', 'asia', 'europe', 'latin_america', 'north_america', 'oceania');

-- CreateEnum
CREATE TYPE "clause_part" AS ENUM ('purpose', 'united_nations', 'dprk');

-- CreateEnum
CREATE TYPE "letter_status" AS ENUM ('draft', 'open', 'sent');

-- CreateEnum
CREATE TYPE "co_signature_state" AS ENUM ('invited', 'confirmed', 'approved', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('pending', 'confirmed', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "government_office" AS ENUM ('foreign_ministry', 'un_mission');

-- CreateTable
CREATE TABLE "source" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,
    "published_precision" "date_precision",

    CONSTRAINT "source_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "member_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT,
    "aliases" TEXT[],
    "country" CHAR(2),
    "region" "region",
    "website" TEXT,
    "search" TEXT NOT NULL,
    "listed_on" DATE NOT NULL,
    "listed_precision" "date_precision" NOT NULL,
    "left_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_text" (
    "member_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "name" TEXT,
    "affiliation" TEXT,

    CONSTRAINT "member_text_pkey" PRIMARY KEY ("member_id","locale")
);

-- CreateTable
CREATE TABLE "statement" (
    "version" INTEGER NOT NULL,
    "adopted_on" DATE NOT NULL,
    "adopted_precision" "date_precision" NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "statement_text" (
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "changes" TEXT NOT NULL,

    CONSTRAINT "statement_text_pkey" PRIMARY KEY ("version","locale")
);

-- CreateTable
CREATE TABLE "statement_clause" (
    "version" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "part" "clause_part" NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "statement_clause_pkey" PRIMARY KEY ("version","anchor")
);

-- CreateTable
CREATE TABLE "clause_text" (
    "version" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "clause_text_pkey" PRIMARY KEY ("version","anchor","locale")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "event_on" DATE NOT NULL,
    "event_precision" "date_precision" NOT NULL,
    "event_end_on" DATE,
    "by_coalition" BOOLEAN NOT NULL,
    "answers" TEXT,
    "petition_slug" TEXT,
    "letter_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_text" (
    "activity_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "body" TEXT NOT NULL,
    "doubt" TEXT,

    CONSTRAINT "activity_text_pkey" PRIMARY KEY ("activity_id","locale")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "letter_status" NOT NULL DEFAULT 'draft',
    "dated_on" DATE NOT NULL,
    "dated_precision" "date_precision" NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_text" (
    "letter_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "signers_note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_text_pkey" PRIMARY KEY ("letter_id","locale","version")
);

-- CreateTable
CREATE TABLE "co_signature" (
    "id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "country" CHAR(2),
    "member_id" UUID,
    "state" "co_signature_state" NOT NULL DEFAULT 'invited',
    "sealed" BYTEA,
    "locale" TEXT,
    "letter_version" INTEGER,
    "signed_on" DATE,
    "signed_precision" "date_precision",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "co_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_signature_event" (
    "id" UUID NOT NULL,
    "co_signature_id" UUID NOT NULL,
    "state" "co_signature_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" TEXT,

    CONSTRAINT "co_signature_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "token_hash" BYTEA NOT NULL,
    "co_signature_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "applicant_index" BYTEA NOT NULL,
    "kind" "member_kind" NOT NULL,
    "country" CHAR(2) NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'pending',
    "locale" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "government_address" (
    "country" CHAR(2) NOT NULL,
    "office" "government_office" NOT NULL,
    "email" TEXT NOT NULL,
    "url" TEXT,
    "checked_on" DATE NOT NULL,

    CONSTRAINT "government_address_pkey" PRIMARY KEY ("country","office")
);

-- CreateTable
CREATE TABLE "_SourceToStatement" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_SourceToStatement_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_MemberToSource" (
    "A" UUID NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_MemberToSource_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_ActivityToSource" (
    "A" UUID NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_ActivityToSource_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_LetterToSource" (
    "A" UUID NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_LetterToSource_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_slug_key" ON "member"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "statement_clause_version_position_key" ON "statement_clause"("version", "position");

-- CreateIndex
CREATE UNIQUE INDEX "activity_slug_key" ON "activity"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "letter_slug_key" ON "letter"("slug");

-- CreateIndex
CREATE INDEX "co_signature_member_id_idx" ON "co_signature"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "co_signature_letter_id_search_key" ON "co_signature"("letter_id", "search");

-- CreateIndex
CREATE INDEX "co_signature_event_co_signature_id_at_idx" ON "co_signature_event"("co_signature_id", "at");

-- CreateIndex
CREATE INDEX "invitation_co_signature_id_idx" ON "invitation"("co_signature_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_applicant_index_key" ON "application"("applicant_index");

-- CreateIndex
CREATE UNIQUE INDEX "application_token_hash_key" ON "application"("token_hash");

-- CreateIndex
CREATE INDEX "application_state_received_at_idx" ON "application"("state", "received_at");

-- CreateIndex
CREATE INDEX "_SourceToStatement_B_index" ON "_SourceToStatement"("B");

-- CreateIndex
CREATE INDEX "_MemberToSource_B_index" ON "_MemberToSource"("B");

-- CreateIndex
CREATE INDEX "_ActivityToSource_B_index" ON "_ActivityToSource"("B");

-- CreateIndex
CREATE INDEX "_LetterToSource_B_index" ON "_LetterToSource"("B");

-- AddForeignKey
ALTER TABLE "member_text" ADD CONSTRAINT "member_text_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_text" ADD CONSTRAINT "statement_text_version_fkey" FOREIGN KEY ("version") REFERENCES "statement"("version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_clause" ADD CONSTRAINT "statement_clause_version_fkey" FOREIGN KEY ("version") REFERENCES "statement"("version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_text" ADD CONSTRAINT "clause_text_version_anchor_fkey" FOREIGN KEY ("version", "anchor") REFERENCES "statement_clause"("version", "anchor") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_text" ADD CONSTRAINT "activity_text_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_text" ADD CONSTRAINT "letter_text_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_signature" ADD CONSTRAINT "co_signature_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_signature" ADD CONSTRAINT "co_signature_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_signature_event" ADD CONSTRAINT "co_signature_event_co_signature_id_fkey" FOREIGN KEY ("co_signature_id") REFERENCES "co_signature"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_co_signature_id_fkey" FOREIGN KEY ("co_signature_id") REFERENCES "co_signature"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_SourceToStatement" ADD CONSTRAINT "_SourceToStatement_A_fkey" FOREIGN KEY ("A") REFERENCES "source"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_SourceToStatement" ADD CONSTRAINT "_SourceToStatement_B_fkey" FOREIGN KEY ("B") REFERENCES "statement"("version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_MemberToSource" ADD CONSTRAINT "_MemberToSource_A_fkey" FOREIGN KEY ("A") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_MemberToSource" ADD CONSTRAINT "_MemberToSource_B_fkey" FOREIGN KEY ("B") REFERENCES "source"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ActivityToSource" ADD CONSTRAINT "_ActivityToSource_A_fkey" FOREIGN KEY ("A") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_ActivityToSource" ADD CONSTRAINT "_ActivityToSource_B_fkey" FOREIGN KEY ("B") REFERENCES "source"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_LetterToSource" ADD CONSTRAINT "_LetterToSource_A_fkey" FOREIGN KEY ("A") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_LetterToSource" ADD CONSTRAINT "_LetterToSource_B_fkey" FOREIGN KEY ("B") REFERENCES "source"("key") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the database itself holds to.
ALTER TABLE "co_signature" ADD CONSTRAINT "co_signature_dated" CHECK ("state" <> 'approved' OR ("signed_on" IS NOT NULL AND "signed_precision" IS NOT NULL));
ALTER TABLE "member" ADD CONSTRAINT "member_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "application" ADD CONSTRAINT "application_confirmed" CHECK ("state" IN ('pending', 'withdrawn') OR "confirmed_at" IS NOT NULL);
