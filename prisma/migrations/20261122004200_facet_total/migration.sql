-- CreateTable
CREATE TABLE "facet_total" (
    "petition_id" UUID NOT NULL,
    "facet" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "net" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facet_total_pkey" PRIMARY KEY ("petition_id","facet","code")
);


-- What Prisma's schema language cannot say.

ALTER TABLE "facet_total" ADD CONSTRAINT "facet_total_known" CHECK (facet IN ('language', 'member') AND net >= 0);
