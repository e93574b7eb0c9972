-- What a reading found different, in short, for the lines of the log. Of older readings it is not told.
ALTER TABLE "snapshots" ADD COLUMN "changes" JSONB;

-- In which currency the shop's prices are.
ALTER TABLE "stores" ADD COLUMN "currency" TEXT;

-- Words by which things are found. They go with the state that they were read in, whatever deletes that. Words are in the
-- order of their bytes, so that the index finds what begins with a word whatever the database's order of letters is.
CREATE TABLE "snapshot_words" (
    "store_hash" TEXT NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "snapshot_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "is_personal" BOOLEAN NOT NULL,

    CONSTRAINT "snapshot_words_pkey" PRIMARY KEY ("store_hash", "word", "snapshot_id", "type", "resource_id", "is_personal")
);

CREATE INDEX "snapshot_words_snapshot_idx" ON "snapshot_words"("snapshot_id");

ALTER TABLE "snapshot_words" ADD CONSTRAINT "snapshot_words_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was read before has no words yet: the readings of each store add them, from the first thing on.
ALTER TABLE "readings" ADD COLUMN "words_after" TEXT DEFAULT '';
