import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprintOfSources } from "#lib/builds/fingerprint.ts";
import { MARK, distDirOf, nameOf } from "#lib/builds/folders.ts";
import { buildWhenStale, requireCompiler } from "./builds.ts";

test("where the packages that build are left out, a build is refused with what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-build-"));
  expect(() => requireCompiler(folder)).toThrow(
    /left out here: bring \.next-builds .*, or run npm ci --omit=dev\.$/,
  );
  mkdirSync(join(folder, "node_modules/typescript"), { recursive: true });
  expect(() => requireCompiler(folder)).not.toThrow();
  rmSync(folder, { recursive: true, force: true });
});

test("a build that an image brought puts its scripts beside those of other versions, of which the oldest go", async () => {
  const projectDir = mkdtempSync(join(tmpdir(), "webhook-keeper-image-"));
  const scriptsDir = join(projectDir, "volume");
  const fingerprint = fingerprintOfSources(projectDir);
  const folder = join(projectDir, distDirOf(fingerprint));
  mkdirSync(join(folder, "static"), { recursive: true });
  for (const name of ["BUILD_ID", MARK])
    writeFileSync(join(folder, name), name === MARK ? fingerprint : "id");
  const older = Array.from({ length: 7 }, (_, index) => `${index}`.repeat(8));
  for (const [index, name] of older.entries()) {
    mkdirSync(join(scriptsDir, name), { recursive: true });
    utimesSync(join(scriptsDir, name), index + 1, index + 1);
  }
  for (let time = 0; time < 2; time++) {
    await buildWhenStale({ projectDir, env: { NODE_ENV: "production", SCRIPTS_DIR: scriptsDir } });
    expect(readdirSync(scriptsDir).toSorted()).toEqual([...older.slice(2), nameOf(fingerprint)].toSorted());
  }
  rmSync(projectDir, { recursive: true, force: true });
});
