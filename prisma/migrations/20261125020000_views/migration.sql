-- What a person looks for in the log again and again, and whether single keys act on it.
ALTER TABLE "memberships" ADD COLUMN "uses_keys" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "saved_views" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_views_store_hash_user_id_name_key" ON "saved_views"("store_hash", "user_id", "name");
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_store_hash_user_id_fkey" FOREIGN KEY ("store_hash", "user_id")
  REFERENCES "memberships"("store_hash", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Few events come with one proof alone, unless all of a store's do. Storing one of both proofs writes no more than before.
CREATE INDEX events_proof_idx ON events (store_hash, proof, occurred_at DESC, seq DESC, scope) WHERE proof <> 'both';
