-- What an editor published instead of a member's proposal: the member sees both.
ALTER TABLE member_proposal ADD COLUMN corrected text;
