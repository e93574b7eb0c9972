import { expect, test } from "vitest";
import { unknownNames } from "./settings.ts";

test("every setting of the app may stand in .env", () => {
  expect(unknownNames("PORT=3000\nWORKER=external\nCHROMIUM_PATH=/usr/bin/chromium\n")).toEqual([]);
});

test.each([
  ["DATABSE_URL", "DATABASE_URL"],
  ["APPURL", "APP_URL"],
  ["SIMULATOR_PROT", "SIMULATOR_PORT"],
  ["session_secret", "SESSION_SECRET"],
])("%s is refused and %s suggested", (given, meant) => {
  expect(unknownNames(`${given}=x`)).toEqual([`${given} in .env is not a setting; did you mean ${meant}?`]);
});

test("a name like no setting is refused without a guess", () => {
  expect(unknownNames("FAVOURITE_COLOUR=blue")).toEqual(["FAVOURITE_COLOUR in .env is not a setting"]);
});

test("a comment is no setting", () => {
  expect(unknownNames("# PROT=3000\n")).toEqual([]);
});
