-- Counts of the limits that all web processes share: keyed hashes and numbers of the last hours. Unlogged, since they
-- may be lost, and must not lie in a log or a backup of one.
CREATE UNLOGGED TABLE "limit_count" (
    "name" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "limit_count_pkey" PRIMARY KEY ("name", "hour")
);

CREATE UNLOGGED TABLE "limit_process" (
    "id" BYTEA NOT NULL,
    "hour" INTEGER NOT NULL,

    CONSTRAINT "limit_process_pkey" PRIMARY KEY ("id")
);
