-- How often each rate limit was reached, by day (lib/integrity/limits/limit-hits.ts). Numbers and days: nothing of who.
CREATE TABLE "limit_hit" (
    "day" date NOT NULL,
    "name" text NOT NULL,
    "hits" bigint NOT NULL,
    CONSTRAINT "limit_hit_pkey" PRIMARY KEY (day, name),
    CONSTRAINT "limit_hit_positive" CHECK (hits > 0)
);
