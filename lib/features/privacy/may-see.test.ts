import { expect, test } from "vitest";
import { maySeePersonal } from "./may-see.ts";

test.each([
  ["the owner", true, false, true],
  ["the owner, where others may", true, true, true],
  ["somebody else", false, false, false],
  ["somebody else, where the owner allowed it", false, true, true],
])("personal data and %s", (_who, isOwner, staffSeePersonal, expected) => {
  expect(maySeePersonal({ isOwner }, { staffSeePersonal })).toBe(expected);
});
