-- Counted signatures by the version of the text, too.
ALTER TABLE facet_total DROP CONSTRAINT facet_total_known;
ALTER TABLE facet_total ADD CONSTRAINT facet_total_known
  CHECK (facet IN ('language', 'member', 'text') AND net >= 0) NOT VALID;
