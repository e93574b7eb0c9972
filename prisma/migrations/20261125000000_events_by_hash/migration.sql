-- A search by hash alone finds its event by this key in each day; by the old one it read the store's whole history.
ALTER TABLE events DROP CONSTRAINT events_pkey;
ALTER TABLE events ADD PRIMARY KEY (store_hash, hash, occurred_at);
