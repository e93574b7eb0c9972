-- The hourly clean-up finds what is old without reading all of it.
CREATE INDEX "event_hours_hour_idx" ON "event_hours"("hour");
