-- What waits in a spool while its thing is erased comes late. It is told by this mark, since the thing's id is forgotten by then.
ALTER TABLE "erasures" ADD COLUMN "thing_mark" TEXT;
