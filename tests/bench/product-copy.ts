import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "#scripts/builds.ts";
import { PROJECT_DIR } from "#scripts/child.ts";

/** A copy of the product with three routes more; git and the linters pass by whatever is called `.next…`. */
const COPY = ".next-bench";
const PARTS = [
  "app",
  "components",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "lib",
  "next.config.mjs",
  "package.json",
  "proxy.ts",
  "server.ts",
  "tsconfig.json",
  "tsconfig.next.json",
];
/** Below the receiver's own address, which the product's proxy leaves out; its listener takes no path below a store's. */
const ROUTES_AT = "app/api/webhooks/[storeHash]";

/**
 * Copies the product, adds the benchmark's routes and builds it: so every door is measured in the product's own server,
 * with all that it has beside.
 * @returns the script of that server.
 */
export async function buildProductCopy(): Promise<string> {
  const to = join(PROJECT_DIR, COPY);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const part of PARTS) cpSync(join(PROJECT_DIR, part), join(to, part), { recursive: true });
  for (const route of ["door", "empty", "naive"])
    cpSync(join(import.meta.dirname, "routes", route), join(to, ROUTES_AT, route), { recursive: true });
  await buildWhenStale({ projectDir: to });
  return join(COPY, "server.ts");
}
