-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "admitted_at" TIMESTAMPTZ(3);
