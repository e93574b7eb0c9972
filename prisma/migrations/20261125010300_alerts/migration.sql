-- CreateTable
CREATE TABLE "alert_settings" (
    "store_hash" TEXT NOT NULL,
    "emails" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "webhook_url" TEXT,
    "webhook_secret_sealed" TEXT,
    "muted_causes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_settings_pkey" PRIMARY KEY ("store_hash")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_messages" (
    "id" UUID NOT NULL,
    "store_hash" TEXT NOT NULL,
    "alert_id" BIGINT,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "status" INTEGER,
    "failure" TEXT,

    CONSTRAINT "alert_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alerts_cause_idx" ON "alerts"("store_hash", "cause", "opened_at" DESC);

-- One cause of a store is open once, whatever happens at once.
CREATE UNIQUE INDEX "alerts_open_idx" ON "alerts"("store_hash", "cause") WHERE "closed_at" IS NULL;

-- CreateIndex
CREATE INDEX "alert_messages_channel_idx" ON "alert_messages"("store_hash", "channel", "made_at" DESC);

-- CreateIndex
CREATE INDEX "alert_messages_alert_id_idx" ON "alert_messages"("alert_id");

-- CreateIndex
CREATE INDEX "alert_messages_made_at_idx" ON "alert_messages"("made_at");

-- AddForeignKey
ALTER TABLE "alert_settings" ADD CONSTRAINT "alert_settings_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_messages" ADD CONSTRAINT "alert_messages_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_messages" ADD CONSTRAINT "alert_messages_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
