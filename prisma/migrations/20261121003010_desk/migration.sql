-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('owner', 'moderator', 'editor', 'auditor');

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "role" "staff_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "totp_secret" BYTEA,
    "totp_since" TIMESTAMPTZ(3),
    "totp_step" INTEGER NOT NULL DEFAULT 0,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "wrong_code_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',
    "second_factor_at" TIMESTAMPTZ(3),
    "factor" TEXT,
    "challenge" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_link" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "staff_passkey" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_recovery_code" (
    "user_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_recovery_code_pkey" PRIMARY KEY ("user_id","hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "signed_in" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_session_token_key" ON "staff_session"("session_token");

-- CreateIndex
CREATE INDEX "staff_session_user_id_idx" ON "staff_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_link_token_key" ON "staff_link"("token");

-- CreateIndex
CREATE UNIQUE INDEX "staff_link_identifier_token_key" ON "staff_link"("identifier", "token");

-- CreateIndex
CREATE INDEX "staff_passkey_user_id_idx" ON "staff_passkey"("user_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_seq_idx" ON "audit_entry"("subject", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_staff_id_seq_idx" ON "audit_entry"("staff_id", "seq");

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

ALTER TABLE "staff" ADD CONSTRAINT "staff_email_form" CHECK (email = lower(email) AND email LIKE '_%@_%');

ALTER TABLE "staff_session"
  ADD CONSTRAINT "staff_session_token_is_hash" CHECK (session_token ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "staff_session_factor_with_time" CHECK ((factor IS NULL) = (second_factor_at IS NULL));

ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_size" CHECK (octet_length(hash) = 32);

ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_sizes" CHECK (seq > 0 AND octet_length(hash) = 32);
