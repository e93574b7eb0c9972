-- What BigCommerce said, when its hooks were last read, about destinations to which it pauses deliveries.
ALTER TABLE stores ADD COLUMN blocked_domains jsonb NOT NULL DEFAULT '[]';
