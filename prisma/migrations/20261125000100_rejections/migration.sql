-- Refused deliveries by store, hour and reason. Empty store_hash: a store that never was here.
CREATE TABLE "rejections" (
    "store_hash" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "reason" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last" JSONB NOT NULL,

    CONSTRAINT "rejections_pkey" PRIMARY KEY ("store_hash","hour","reason")
);

CREATE INDEX "rejections_hour_idx" ON "rejections"("hour");
