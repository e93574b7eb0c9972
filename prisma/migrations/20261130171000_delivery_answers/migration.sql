-- An erasure reaches the answers that were kept of an event's attempts, those of a destination that was removed too. Few
-- attempts have one: of those that were no success alone.
CREATE INDEX "deliveries_answers_idx" ON "deliveries" ("store_hash", "hash") WHERE "answer" IS NOT NULL;
