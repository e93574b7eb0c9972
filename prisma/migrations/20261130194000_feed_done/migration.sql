-- The position follows a minute behind what is done. Whoever counts what waits begins where the worker is.
ALTER TABLE "feeds" ADD COLUMN "done_seq" BIGINT;
