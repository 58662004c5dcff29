CREATE INDEX CONCURRENTLY signature_network_group ON signature USING btree (network_group) WHERE network_group IS NOT NULL;
