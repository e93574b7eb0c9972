-- The language that a person chose for a store's pages; null for the control panel's.
ALTER TABLE "memberships" ADD COLUMN "language" TEXT;
