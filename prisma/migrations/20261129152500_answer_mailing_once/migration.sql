-- CreateIndex
CREATE UNIQUE INDEX CONCURRENTLY "mailing_answer_id_key" ON "mailing"("answer_id");
