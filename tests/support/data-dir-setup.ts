import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { parseConfig } from "#lib/config/config.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A DATA_DIR for this run, with the sandbox's secrets in it. */
    dataDir: string;
  }
}

/** Before any test: a DATA_DIR of its own, so that a test never touches what the developer's app keeps. */
export default (project: TestProject) => {
  const dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-data-"));
  // Makes the secrets now, in one process, instead of in every worker at once.
  parseConfig({ DATA_DIR: dataDir });
  project.provide("dataDir", dataDir);
  return () => rmSync(dataDir, { recursive: true, force: true });
};
