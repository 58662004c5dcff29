-- What workers and commands know of where they run: the admin area, which shows it, is a process of its own.
CREATE TABLE "system_report" (
    "source" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "system_report_pkey" PRIMARY KEY ("source")
);
