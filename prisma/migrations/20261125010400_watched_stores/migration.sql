-- Until when the keeper looks at a store every 45 seconds; null when it does not.
ALTER TABLE "stores" ADD COLUMN "watched_until" TIMESTAMPTZ(3);
