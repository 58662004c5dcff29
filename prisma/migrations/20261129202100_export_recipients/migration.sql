-- Bodies to which exports are encrypted, each with its public key: nobody pastes it each time.
CREATE TABLE "export_recipient" (
    "id" uuid NOT NULL,
    "name" text NOT NULL,
    "name_folded" text NOT NULL,
    "key" text NOT NULL,
    "added_by" uuid NOT NULL,
    "added_at" timestamp(3) with time zone NOT NULL,
    CONSTRAINT "export_recipient_pkey" PRIMARY KEY (id),
    CONSTRAINT "export_recipient_added_by_fkey" FOREIGN KEY (added_by) REFERENCES staff(id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "export_recipient_name_folded_key" ON "export_recipient" (name_folded);
CREATE UNIQUE INDEX "export_recipient_key_key" ON "export_recipient" (key);
