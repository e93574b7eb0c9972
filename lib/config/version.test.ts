import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { versionOf } from "./version.ts";

test("a version names the package's and the build's, as far as there are any", () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-version-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(versionOf(folder, "dist")).toBe("unknown");
  writeFileSync(join(folder, "package.json"), '{"version":"1.2.3"}');
  expect(versionOf(folder, "dist")).toBe("1.2.3");
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/webhook-keeper-sources"), "0123456789abcdef");
  expect(versionOf(folder, "dist")).toBe("1.2.3+01234567");
});
