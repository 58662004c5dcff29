-- What members say about themselves, their logos, and what they propose to change.
ALTER TABLE member ADD COLUMN description text;
ALTER TABLE member_text ADD COLUMN description text;

CREATE TABLE member_logo (
    member_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    width smallint NOT NULL,
    height smallint NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT member_logo_pkey PRIMARY KEY (member_id),
    CONSTRAINT member_logo_size CHECK (octet_length(bytes) <= 4194304),
    CONSTRAINT member_logo_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE member_proposal (
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    part text NOT NULL,
    content text NOT NULL,
    picture bytea,
    proposed_at timestamptz(3) NOT NULL,
    decided_at timestamptz(3),
    reason text,
    CONSTRAINT member_proposal_pkey PRIMARY KEY (id),
    CONSTRAINT member_proposal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX member_proposal_member_id_part_key ON member_proposal (member_id, part);
