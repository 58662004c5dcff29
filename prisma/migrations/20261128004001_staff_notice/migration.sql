-- CreateTable
CREATE TABLE "staff_notice" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "staff_notice_staff_id_mailed_at_idx" ON "staff_notice"("staff_id", "mailed_at");

-- The same thing waits once for one person, however often it is said.
CREATE UNIQUE INDEX "staff_notice_waiting" ON "staff_notice"("staff_id", "kind", md5("detail")) WHERE "mailed_at" IS NULL;

-- AddForeignKey
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
