-- What bounds the keeper belongs to the subscription: a hook that is made anew has another id.
ALTER TABLE "subscriptions"
  ADD COLUMN "is_telling_only" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "had_hook" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "mended_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
  ADD COLUMN "mended_for" TEXT;

UPDATE "subscriptions" SET "had_hook" = true
  WHERE EXISTS (SELECT FROM "hooks" WHERE "hooks"."store_hash" = "subscriptions"."store_hash" AND "hooks"."scope" = "subscriptions"."scope");

ALTER TABLE "hooks" DROP COLUMN "switched_on_at", ADD COLUMN "renewed_at" TIMESTAMPTZ(3);

ALTER TABLE "stores" ADD COLUMN "is_telling_only" BOOLEAN NOT NULL DEFAULT false;

-- Until now only the hour of the first refusal was kept.
ALTER TABLE "rejections" ADD COLUMN "first_at" TIMESTAMPTZ(3);
UPDATE "rejections" SET "first_at" = "hour";
ALTER TABLE "rejections" ALTER COLUMN "first_at" SET NOT NULL;
