-- CreateIndex
CREATE INDEX "bulk_item_email_index_idx" ON "bulk_item"("email_index");
