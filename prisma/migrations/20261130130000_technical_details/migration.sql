-- Whether a person sees what only a developer needs.
ALTER TABLE "memberships" ADD COLUMN "shows_technical_details" BOOLEAN NOT NULL DEFAULT false;
