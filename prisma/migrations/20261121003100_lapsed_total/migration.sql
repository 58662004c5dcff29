-- CreateTable
CREATE TABLE "lapsed_total" (
    "petition_id" UUID NOT NULL,
    "counted" BIGINT NOT NULL,

    CONSTRAINT "lapsed_total_pkey" PRIMARY KEY ("petition_id")
);
