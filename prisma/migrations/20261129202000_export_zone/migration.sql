-- The time zone in which the days of an export were typed, and whose days its columns hold.
ALTER TABLE "data_export" ADD COLUMN "zone" text NOT NULL DEFAULT 'UTC';
