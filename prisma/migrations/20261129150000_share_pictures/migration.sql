-- CreateTable
CREATE TABLE "share_plate" (
    "petition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_plate_pkey" PRIMARY KEY ("petition_id", "locale")
);

-- CreateTable
CREATE TABLE "share_picture" (
    "petition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_picture_pkey" PRIMARY KEY ("petition_id", "locale")
);

-- AddForeignKey
ALTER TABLE "share_plate" ADD CONSTRAINT "share_plate_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_picture" ADD CONSTRAINT "share_picture_petition_id_fkey" FOREIGN KEY ("petition_id") REFERENCES "petition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
