import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requireCompiler } from "./builds.ts";

test("where the packages that build are left out, a build is refused with what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-build-"));
  expect(() => requireCompiler(folder)).toThrow(
    /left out here: bring \.next-builds .*, or run npm ci --omit=dev\.$/,
  );
  mkdirSync(join(folder, "node_modules/typescript"), { recursive: true });
  expect(() => requireCompiler(folder)).not.toThrow();
  rmSync(folder, { recursive: true, force: true });
});
