-- CreateTable
CREATE TABLE "signature_name" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "name_index" BYTEA,

    CONSTRAINT "signature_name_pkey" PRIMARY KEY ("petition_id","email_index")
);

-- CreateTable
CREATE TABLE "lone_removal" (
    "scope" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lone_removal_pkey" PRIMARY KEY ("scope","key","slot")
);

-- CreateIndex
CREATE INDEX "signature_name_name_index_idx" ON "signature_name"("name_index");

-- AddForeignKey
ALTER TABLE "signature_name" ADD CONSTRAINT "signature_name_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "signature_name" ADD CONSTRAINT "signature_name_size" CHECK (octet_length(name_index) = 32);

CREATE INDEX "signature_name_to_index" ON "signature_name" (petition_id, email_index) WHERE name_index IS NULL;

-- A hundred a day, and no more: the same number as in bulk_act_two_people and in lib/signatures/bulk/needs-two.ts.
ALTER TABLE "lone_removal"
  ADD CONSTRAINT "lone_removal_scope_known" CHECK (scope IN ('staff', 'petition')),
  ADD CONSTRAINT "lone_removal_hundred_a_day" CHECK (slot BETWEEN 1 AND 100);
