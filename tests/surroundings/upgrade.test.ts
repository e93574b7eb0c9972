import { afterAll, beforeAll, expect, test } from "vitest";
import { playUpgrade, thisVersionTwice, type Versions } from "./upgrade.ts";

const PER_SECOND = 100;
/** So that a round through all sections takes two steps. */
const VISITS = 3;

let versions: Versions;
beforeAll(async () => {
  versions = await thisVersionTwice();
}, 240_000);
afterAll(() => versions.remove());

test("an upgrade and its roll-back refuse no delivery and fail no open page", async () => {
  const { load, ends, builds, faults } = await playUpgrade("nginx", versions, {
    perSecond: PER_SECOND,
    visits: VISITS,
  });
  expect(faults).toEqual([]);
  expect({ statuses: load.statuses, lost: load.lost, doubled: load.doubled }).toEqual({
    statuses: { 200: load.sent },
    lost: 0,
    doubled: 0,
  });
  expect(ends).toEqual(Array.from({ length: 4 }, () => "exit code 0"));
  expect(builds).toEqual(versions.builds.toSorted());
}, 300_000);
