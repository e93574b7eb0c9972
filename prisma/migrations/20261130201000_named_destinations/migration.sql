-- An alert names the destinations that it is about, also when that is over.
ALTER TABLE alerts ADD COLUMN destinations jsonb NOT NULL DEFAULT '[]';

-- Entries about a destination are found by its id: names change, and two may share one.
ALTER TABLE audit_entries ADD COLUMN destination_id text;
CREATE INDEX audit_entries_destination_idx ON audit_entries (store_hash, destination_id, at DESC, id DESC);
