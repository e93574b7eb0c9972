-- What the things were like that events are about: read at BigCommerce after the events, and kept.
CREATE TABLE "readings" (
    "store_hash" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "seen_seq" BIGINT NOT NULL DEFAULT 0,
    "waits_until" TIMESTAMPTZ(3),

    CONSTRAINT "readings_pkey" PRIMARY KEY ("store_hash")
);

CREATE TABLE "resources" (
    "store_hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "newest_seq" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "due_since" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "resources_pkey" PRIMARY KEY ("store_hash","type","id")
);

-- What is due is little of what is known.
CREATE INDEX "resources_due_idx" ON "resources"("store_hash", "due_at") WHERE "due_at" IS NOT NULL;

CREATE TABLE "snapshots" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "to_seq" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "body" JSONB,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "snapshots_resource_idx" ON "snapshots"("store_hash", "type", "resource_id", "id" DESC);
CREATE INDEX "snapshots_age_idx" ON "snapshots"("store_hash", "fetched_at");

ALTER TABLE "readings" ADD CONSTRAINT "readings_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "resources" ADD CONSTRAINT "resources_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
