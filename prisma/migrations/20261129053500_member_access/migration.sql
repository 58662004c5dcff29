-- A member's own page: who gets its links, links and sessions, and the numbers that it shows.
CREATE TABLE member_contact (
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    address_index bytea NOT NULL,
    sealed bytea NOT NULL,
    added_at timestamptz(3) NOT NULL,
    CONSTRAINT member_contact_pkey PRIMARY KEY (id),
    CONSTRAINT member_contact_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX member_contact_address_index_key ON member_contact (address_index);
CREATE INDEX member_contact_member_id_idx ON member_contact (member_id);

CREATE TABLE member_access (
    token_hash bytea NOT NULL,
    kind text NOT NULL,
    contact_id uuid NOT NULL,
    expires_at timestamptz(3) NOT NULL,
    CONSTRAINT member_access_pkey PRIMARY KEY (token_hash),
    CONSTRAINT member_access_known CHECK (kind IN ('link', 'session')),
    CONSTRAINT member_access_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES member_contact (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX member_access_contact_id_idx ON member_access (contact_id);

CREATE TABLE member_number (
    petition_id uuid NOT NULL,
    code text NOT NULL,
    facet text NOT NULL,
    key text NOT NULL,
    basis bigint NOT NULL,
    CONSTRAINT member_number_pkey PRIMARY KEY (petition_id, code, facet, key),
    CONSTRAINT member_number_known CHECK (facet IN ('all', 'paper', 'language', 'country', 'week') AND basis > 0)
);

CREATE TABLE member_publication (
    petition_id uuid NOT NULL,
    day date NOT NULL,
    CONSTRAINT member_publication_pkey PRIMARY KEY (petition_id)
);
