-- What its owner calls it.
ALTER TABLE "staff_passkey" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';
