-- The secret of an authenticator app while it is being set up: of the session that shows it, no longer of its person.
ALTER TABLE staff_session ADD COLUMN totp_secret bytea;
