-- Who changed what, and what came of it. No foreign keys: an entry outlives whatever it speaks of.
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_user_id" BIGINT,
    "actor_email" TEXT,
    "action" TEXT NOT NULL,
    "scope" TEXT,
    "hook_id" BIGINT,
    "state_before" JSONB,
    "state_after" JSONB,
    "reason" TEXT,
    "is_refused" BOOLEAN NOT NULL DEFAULT false,
    "status" INTEGER,
    "code" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entries_page_idx" ON "audit_entries"("store_hash", "at" DESC, "id" DESC);
CREATE INDEX "audit_entries_scope_idx" ON "audit_entries"("store_hash", "scope", "at" DESC, "id" DESC);
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- What was written stays as it was written; only its time takes it away.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit entries are never changed'; END $$;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
