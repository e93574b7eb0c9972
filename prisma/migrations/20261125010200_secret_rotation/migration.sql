-- A second secret that passes beside the first while a store's secret is renewed, and how far that is.
ALTER TABLE "stores" ADD COLUMN "second_webhook_secret_sealed" TEXT,
ADD COLUMN "secret_renewal" TEXT,
ADD COLUMN "secret_renewal_since" TIMESTAMPTZ(3),
ADD COLUMN "secret_everywhere_since" TIMESTAMPTZ(3);

-- A hook that still carries the secret from before.
ALTER TABLE "hooks" ADD COLUMN "has_previous_secret" BOOLEAN NOT NULL DEFAULT false;
