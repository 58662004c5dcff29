-- CreateTable
CREATE TABLE "desk_draft" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "box" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "desk_draft_session_id_kept_at_idx" ON "desk_draft"("session_id", "kept_at");

-- AddForeignKey
ALTER TABLE "desk_draft" ADD CONSTRAINT "desk_draft_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "staff_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
