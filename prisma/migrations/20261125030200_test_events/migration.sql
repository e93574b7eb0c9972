-- Tests are in the log and count for nothing. The hour knows of them, because the log's filters ask the roll-up where
-- events are; an hour that had tests alone has no last event.
ALTER TABLE "event_hours" ADD COLUMN "tests" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "last_event_at" DROP NOT NULL;
