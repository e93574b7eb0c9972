-- A person who has waiting events sent now ends a pause. The worker that sends learns of it here, and keeps the destination,
-- so that what is under way is not sent a second time.
ALTER TABLE "feeds" ADD COLUMN "asked_at" TIMESTAMPTZ(3);
