-- When the keeper switched a hook on again, so that it does so a few times a day and no more.
ALTER TABLE hooks ADD COLUMN switched_on_at timestamptz(3)[] NOT NULL DEFAULT '{}';
