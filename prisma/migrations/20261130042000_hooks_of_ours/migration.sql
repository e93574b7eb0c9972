-- AlterTable
ALTER TABLE "hooks" ADD COLUMN     "is_ours" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "stores" ADD COLUMN     "unreadable_hooks" INTEGER NOT NULL DEFAULT 0;

-- What carries a secret of the store, or was made or changed by this installation as far as is remembered, is ours; what
-- delivers to us is found to be ours by the next check.
UPDATE "hooks" SET "is_ours" = true
WHERE "has_right_secret" OR "has_previous_secret" OR EXISTS (
  SELECT FROM "audit_entries"
  WHERE "audit_entries"."store_hash" = "hooks"."store_hash" AND "audit_entries"."hook_id" = "hooks"."id"
    AND "audit_entries"."action" IN ('hook_created', 'hook_updated') AND NOT "audit_entries"."is_refused");
