-- The secret before a renewal signs beside the new one for a while.
ALTER TABLE "alert_settings" ADD COLUMN "previous_secret_sealed" TEXT,
ADD COLUMN "previous_secret_until" TIMESTAMPTZ(3);
