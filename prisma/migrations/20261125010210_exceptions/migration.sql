-- What BigCommerce told of deliveries that failed.
CREATE TABLE "delivery_exceptions" (
    "store_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hook_id" BIGINT,
    "scope" TEXT,
    "code" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_exceptions_pkey" PRIMARY KEY ("store_hash","hash")
);

-- CreateIndex
CREATE INDEX "delivery_exceptions_list_idx" ON "delivery_exceptions"("store_hash", "at" DESC);

-- CreateIndex
CREATE INDEX "delivery_exceptions_at_idx" ON "delivery_exceptions"("at");

-- AddForeignKey
ALTER TABLE "delivery_exceptions" ADD CONSTRAINT "delivery_exceptions_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
