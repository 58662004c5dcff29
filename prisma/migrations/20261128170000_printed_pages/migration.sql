-- CreateTable
CREATE TABLE "printed_page" (
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "printed_page_pkey" PRIMARY KEY ("path")
);
