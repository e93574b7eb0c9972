-- What few events are, with their proof: two rare things at once were looked for among all events of one of them.
DROP INDEX events_flagged_idx;
CREATE INDEX events_flagged_idx ON events (store_hash, occurred_at DESC, seq DESC, scope, proof) WHERE cardinality(flags) > 0;
DROP INDEX events_test_idx;
CREATE INDEX events_test_idx ON events (store_hash, occurred_at DESC, seq DESC, scope, proof) WHERE is_test;
DROP INDEX events_repeated_idx;
CREATE INDEX events_repeated_idx ON events (store_hash, occurred_at DESC, seq DESC, scope, proof) WHERE arrivals > 1;
