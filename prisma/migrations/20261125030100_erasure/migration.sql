-- What a store's owner decides about personal data, and what is erased because somebody asked for it.
ALTER TABLE "stores" ADD COLUMN "staff_see_personal" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "stores" ADD COLUMN "retention_days" INTEGER;

CREATE TABLE "erasures" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "resource_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_user_id" BIGINT NOT NULL,
    "asked_by_email" TEXT NOT NULL,
    "found" INTEGER NOT NULL,
    "events" INTEGER NOT NULL DEFAULT 0,
    "states" INTEGER NOT NULL DEFAULT 0,
    "came_again" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "erasures_store_idx" ON "erasures"("store_hash", "id" DESC);

CREATE TABLE "erased_events" (
    "store_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "erasure_id" BIGINT NOT NULL,

    CONSTRAINT "erased_events_pkey" PRIMARY KEY ("store_hash","hash","occurred_at")
);

CREATE INDEX "erased_events_erasure_idx" ON "erased_events"("erasure_id", "hash");

ALTER TABLE "erasures" ADD CONSTRAINT "erasures_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "erased_events" ADD CONSTRAINT "erased_events_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Finds what is known of a customer's orders. Only orders hold a customer's number.
CREATE INDEX "snapshots_customer_idx" ON "snapshots"("store_hash", ("body" ->> 'customer_id')) WHERE "type" = 'order' AND "body" IS NOT NULL;
