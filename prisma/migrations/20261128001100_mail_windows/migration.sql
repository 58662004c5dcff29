-- The limit of mails is a window that rolls, kept by the worker when it takes what is due; the key is no limit any more.
ALTER TABLE "mail" DROP CONSTRAINT "mail_two_a_day", DROP CONSTRAINT "mail_pkey";

-- AlterTable
ALTER TABLE "mail"
  ADD COLUMN "id" UUID,
  ADD COLUMN "form" BYTEA,
  ADD COLUMN "network" SMALLINT,
  ADD COLUMN "solved" BOOLEAN NOT NULL DEFAULT false;

UPDATE "mail" SET id = coalesce(update_id, gen_random_uuid()),
  form = (SELECT f.form FROM "pending_signature" f WHERE f.petition_id = mail.petition_id AND f.email_index = mail.email_index);

ALTER TABLE "mail"
  ALTER COLUMN "id" SET NOT NULL,
  ADD CONSTRAINT "mail_pkey" PRIMARY KEY ("address_index", "id"),
  DROP COLUMN "day",
  DROP COLUMN "slot";
