-- Under which small mail domain a signature was confirmed, kept for a week (lib/floods).
CREATE TABLE "signature_domain" (
    "petition_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "domain_index" BYTEA NOT NULL,

    CONSTRAINT "signature_domain_pkey" PRIMARY KEY ("petition_id","email_index"),
    CONSTRAINT "signature_domain_size" CHECK (octet_length(domain_index) = 16)
);
CREATE INDEX "signature_domain_domain_index_idx" ON "signature_domain"("domain_index");
ALTER TABLE "signature_domain" ADD CONSTRAINT "signature_domain_petition_id_email_index_fkey" FOREIGN KEY ("petition_id", "email_index") REFERENCES "signature"("petition_id", "email_index") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "mail_domain" (
    "domain_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "mail_domain_pkey" PRIMARY KEY ("domain_index")
);
