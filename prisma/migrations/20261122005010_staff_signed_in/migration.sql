-- When they last showed a second factor.
ALTER TABLE "staff" ADD COLUMN "signed_in_at" TIMESTAMPTZ(3);
