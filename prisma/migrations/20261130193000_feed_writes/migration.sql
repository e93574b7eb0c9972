-- What a worker writes about a destination has a number under its claim: what is written again, since the answer to the
-- first time was lost, changes nothing.
ALTER TABLE "feeds" ADD COLUMN "written_no" INTEGER NOT NULL DEFAULT 0;
