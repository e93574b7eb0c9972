-- AlterTable
ALTER TABLE "hooks" ADD COLUMN     "has_other_secret" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "stores" ADD COLUMN     "check_failure_status" INTEGER;

-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "broken_since" TIMESTAMPTZ(3);
