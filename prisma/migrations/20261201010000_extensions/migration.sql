-- Menu entries in the lists of a store's control panel: whether its owner wants them, and which of them BigCommerce has.
ALTER TABLE "stores" ADD COLUMN "has_extensions" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "stores" ADD COLUMN "extensions_kept" TEXT;
