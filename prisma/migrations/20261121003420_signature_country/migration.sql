-- The desk's list of a country with few signatures, without a B-tree on the way of every signing: a Bloom filter for
-- every 32 pages says where not to look.
CREATE INDEX "signature_country" ON "signature" USING brin (country bpchar_bloom_ops)
  WITH (pages_per_range = 32, autosummarize = on);
