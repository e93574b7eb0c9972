import { defineConfig } from "prisma/config";

// The command line wants a native schema engine even to generate a client, and downloads one when it finds none.
// Pointing it at any executable stops the download; `generate` and `validate` run on the bundled WebAssembly.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
