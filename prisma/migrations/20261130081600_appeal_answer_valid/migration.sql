-- Reads the table, and keeps nobody from writing.
ALTER TABLE signature VALIDATE CONSTRAINT signature_appeal_answer_known;
