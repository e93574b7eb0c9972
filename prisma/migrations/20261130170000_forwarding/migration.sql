-- Destinations that a store's events go on to, how far each is in the log, and what became of what was sent. Nothing is
-- written for a destination when an event comes.
CREATE TABLE "destinations" (
  "id" TEXT COLLATE "C" PRIMARY KEY,
  "store_hash" TEXT COLLATE "C" NOT NULL REFERENCES "stores" ("hash") ON DELETE CASCADE ON UPDATE CASCADE,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "settings" JSONB NOT NULL,
  "url_sealed" TEXT NOT NULL,
  "secrets_sealed" TEXT NOT NULL,
  "is_on" BOOLEAN NOT NULL DEFAULT true,
  "off_reason" TEXT,
  "off_at" TIMESTAMPTZ(3),
  "off_by" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX "destinations_store_hash_idx" ON "destinations" ("store_hash");

CREATE TABLE "feeds" (
  "destination_id" TEXT COLLATE "C" PRIMARY KEY REFERENCES "destinations" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "store_hash" TEXT COLLATE "C" NOT NULL,
  "position_seq" BIGINT NOT NULL,
  "owner_id" TEXT,
  "epoch" INTEGER NOT NULL DEFAULT 0,
  "owned_until" TIMESTAMPTZ(3),
  "breaker" JSONB,
  "last_failure" TEXT,
  "last_status" INTEGER,
  "ill_since" TIMESTAMPTZ(3),
  "next_at" TIMESTAMPTZ(3),
  "last_delivered_at" TIMESTAMPTZ(3)
) WITH (fillfactor = 50);
CREATE INDEX "feeds_store_hash_idx" ON "feeds" ("store_hash");

CREATE TABLE "deliveries" (
  "destination_id" TEXT COLLATE "C" NOT NULL,
  "store_hash" TEXT COLLATE "C" NOT NULL,
  "seq" BIGINT NOT NULL,
  "occurred_at" TIMESTAMPTZ(3) NOT NULL,
  "hash" TEXT COLLATE "C" NOT NULL,
  "scope" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "attempt" INTEGER NOT NULL,
  "outcome" TEXT NOT NULL,
  "status" INTEGER,
  "failure" TEXT,
  "took_ms" INTEGER NOT NULL,
  "answer" TEXT,
  PRIMARY KEY ("destination_id", "seq", "attempt", "at")
) PARTITION BY RANGE ("at");
CREATE INDEX "deliveries_page_idx" ON "deliveries" ("destination_id", "at" DESC, "seq" DESC);
CREATE TABLE "deliveries_default" PARTITION OF "deliveries" DEFAULT;

CREATE TABLE "delivery_retries" (
  "destination_id" TEXT COLLATE "C" NOT NULL REFERENCES "destinations" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "store_hash" TEXT COLLATE "C" NOT NULL,
  "seq" BIGINT NOT NULL,
  "occurred_at" TIMESTAMPTZ(3) NOT NULL,
  "hash" TEXT COLLATE "C" NOT NULL,
  "scope" TEXT NOT NULL,
  "thing" TEXT COLLATE "C",
  "state" TEXT NOT NULL,
  "attempts" INTEGER NOT NULL,
  "first_at" TIMESTAMPTZ(3) NOT NULL,
  "last_at" TIMESTAMPTZ(3) NOT NULL,
  "next_at" TIMESTAMPTZ(3),
  "outcome" TEXT NOT NULL,
  "status" INTEGER,
  "failure" TEXT,
  PRIMARY KEY ("destination_id", "seq")
);
CREATE INDEX "delivery_retries_due_idx" ON "delivery_retries" ("destination_id", "state", "next_at");
CREATE INDEX "delivery_retries_occurred_at_idx" ON "delivery_retries" ("occurred_at");

CREATE TABLE "delivery_hours" (
  "destination_id" TEXT COLLATE "C" NOT NULL REFERENCES "destinations" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "hour" TIMESTAMPTZ(0) NOT NULL,
  "delivered" INTEGER NOT NULL DEFAULT 0,
  "failed" INTEGER NOT NULL DEFAULT 0,
  "given_up" INTEGER NOT NULL DEFAULT 0,
  "skipped" INTEGER NOT NULL DEFAULT 0,
  "not_wanted" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("destination_id", "hour")
);
CREATE INDEX "delivery_hours_hour_idx" ON "delivery_hours" ("hour");
