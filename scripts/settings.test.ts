import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { exposedFile, unknownNames } from "./settings.ts";

test("every setting of the app may stand in .env", () => {
  expect(unknownNames("PORT=3000\nSMTP_URL_FILE=/run/x\nCHROMIUM_PATH=/usr/bin/chromium\n")).toEqual([]);
});

test.each([
  ["DATABSE_URL", "DATABASE_URL"],
  ["APPURL", "APP_URL"],
  ["SIMULATOR_PROT", "SIMULATOR_PORT"],
  ["session_secret", "SESSION_SECRET"],
  ["SESSION_SECRET_FIEL", "SESSION_SECRET_FILE"],
])("%s is refused and %s suggested", (given, meant) => {
  expect(unknownNames(`${given}=x`)).toEqual([`${given} in .env is not a setting; did you mean ${meant}?`]);
});

test("a name like no setting is refused without a guess", () => {
  expect(unknownNames("FAVOURITE_COLOUR=blue")).toEqual(["FAVOURITE_COLOUR in .env is not a setting"]);
});

test("a comment is no setting", () => {
  expect(unknownNames("# PROT=3000\n")).toEqual([]);
});

test("a .env that everybody may read is told of, and how to mend it", () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, ".env");
  expect(exposedFile(path)).toBeNull();
  writeFileSync(path, "SESSION_SECRET=x");
  chmodSync(path, 0o644);
  expect(exposedFile(path)).toContain(`chmod 600 ${path}`);
  for (const mode of [0o600, 0o640]) {
    chmodSync(path, mode);
    expect(exposedFile(path)).toBeNull();
  }
});
