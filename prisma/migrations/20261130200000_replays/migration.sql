-- An event that a person sends again says so to its receiver, whatever becomes of the attempts.
ALTER TABLE delivery_retries ADD COLUMN is_replay boolean NOT NULL DEFAULT false;
