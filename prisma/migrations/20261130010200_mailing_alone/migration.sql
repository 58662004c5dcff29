-- One person alone mails a hundred signers. Not validated: of old mailings it says nothing, to which a signature that was
-- released as they were sent may have added one.
ALTER TABLE mailing ADD CONSTRAINT mailing_alone_few CHECK (approved_by IS NOT NULL OR queued <= 100) NOT VALID;
