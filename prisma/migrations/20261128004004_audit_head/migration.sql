-- Published heads of the audit record.
-- CreateTable
CREATE TABLE "audit_head" (
    "seq" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "policy" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("seq")
);
