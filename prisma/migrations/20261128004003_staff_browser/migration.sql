-- CreateTable
CREATE TABLE "staff_browser" (
    "staff_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "used_on" DATE NOT NULL,

    CONSTRAINT "staff_browser_pkey" PRIMARY KEY ("staff_id","token_hash"),
    CONSTRAINT "staff_browser_hash_size" CHECK (octet_length(token_hash) = 32)
);

-- AddForeignKey
ALTER TABLE "staff_browser" ADD CONSTRAINT "staff_browser_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
