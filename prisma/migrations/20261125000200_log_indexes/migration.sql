-- Ordered by time within an id, so that a page of a much-changed thing ends after its rows. The type comes last: it is
-- checked in the index whether or not it is asked for.
DROP INDEX events_resource_idx;
CREATE INDEX events_resource_idx ON events (store_hash, resource_id, occurred_at DESC, seq DESC, resource_type);

-- What few events are. Prisma's schema cannot say "where" without a preview feature, and leaves such indexes alone.
CREATE INDEX events_flagged_idx ON events (store_hash, occurred_at DESC, seq DESC, scope) WHERE cardinality(flags) > 0;
CREATE INDEX events_test_idx ON events (store_hash, occurred_at DESC, seq DESC, scope) WHERE is_test;
CREATE INDEX events_repeated_idx ON events (store_hash, occurred_at DESC, seq DESC, scope) WHERE arrivals > 1;
