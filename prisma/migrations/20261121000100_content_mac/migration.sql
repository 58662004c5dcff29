ALTER TABLE "signature" ADD COLUMN "content_mac" BYTEA NOT NULL;
ALTER TABLE "signature" ADD CONSTRAINT "signature_content_mac_size" CHECK (octet_length(content_mac) = 32);
