-- Until when a download that is under way keeps others from beginning one of the same file.
ALTER TABLE "data_export" ADD COLUMN "held_until" TIMESTAMPTZ(3);
