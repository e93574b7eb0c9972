-- Whether people other than a store's owner change its webhooks, as they could before there was a choice.
ALTER TABLE "stores" ADD COLUMN "staff_change_webhooks" BOOLEAN NOT NULL DEFAULT true;
