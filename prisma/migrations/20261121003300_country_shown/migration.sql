-- CreateTable
CREATE TABLE "country_shown" (
    "petition_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "basis" BIGINT NOT NULL,

    CONSTRAINT "country_shown_pkey" PRIMARY KEY ("petition_id","country")
);

-- CreateTable
CREATE TABLE "country_showing" (
    "petition_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "country_showing_pkey" PRIMARY KEY ("petition_id")
);
