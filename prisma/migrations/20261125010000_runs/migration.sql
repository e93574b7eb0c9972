-- What people started over many event types at once, and what became of each.
CREATE TABLE "runs" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "put_away_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "runs_store_idx" ON "runs"("store_hash", "id" DESC);

CREATE TABLE "run_items" (
    "run_id" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "action" TEXT,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "asked_by_user_id" BIGINT NOT NULL,
    "asked_by_email" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_items_pkey" PRIMARY KEY ("run_id","position")
);

ALTER TABLE "runs" ADD CONSTRAINT "runs_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "run_items" ADD CONSTRAINT "run_items_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
