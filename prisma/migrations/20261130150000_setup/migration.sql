-- How far a person came in setting the app up; whoever uses it already is done.
ALTER TABLE "memberships" ADD COLUMN "setup" TEXT NOT NULL DEFAULT 'choose';
UPDATE "memberships" SET "setup" = 'done';
