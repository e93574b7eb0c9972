import { existsSync, mkdirSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { LogFile } from "./child.ts";

/**
 * Opens the file that a sandbox's log goes to, because its terminal is read by a person. The last start's is kept beside it.
 * @param dataDir Made when it is missing.
 * @throws Error of the file system when it cannot be written
 */
export function openDemoLog(dataDir: string): LogFile {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "app.log");
  if (existsSync(path)) renameSync(path, join(dataDir, "app.previous.log"));
  return { path, fd: openSync(path, "a", 0o600) };
}
