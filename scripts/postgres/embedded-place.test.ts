import { expect, test } from "vitest";
import { chooseHome } from "./embedded-place.ts";

const ROOT_RUNS_AS = { uid: 101, gid: 104 };
const anywhere = () => true;
const nowhere = () => false;
const dataDir = "/home/ann/keeper/.data";

test("an ordinary user's database lies in DATA_DIR", () => {
  const home = chooseHome({ dataDir, account: undefined, notedHome: undefined, canReach: nowhere });
  expect(home).toBe(`${dataDir}/postgres`);
});

test("root's database lies in DATA_DIR when the user it runs as may enter", () => {
  const home = chooseHome({ dataDir, account: ROOT_RUNS_AS, notedHome: undefined, canReach: anywhere });
  expect(home).toBe(`${dataDir}/postgres`);
});

test("root's database lies under /var/lib when that user may not enter DATA_DIR", () => {
  const home = chooseHome({ dataDir, account: ROOT_RUNS_AS, notedHome: undefined, canReach: nowhere });
  expect(home).toMatch(/^\/var\/lib\/webhook-keeper\/[0-9a-f]{16}$/);
});

test("two folders never share a database, and one folder always finds its own", () => {
  const homeOf = (folder: string) =>
    chooseHome({ dataDir: folder, account: ROOT_RUNS_AS, notedHome: undefined, canReach: nowhere });
  expect(homeOf("/root/a/.data")).not.toBe(homeOf("/root/b/.data"));
  expect(homeOf("/root/a/.data")).toBe(homeOf("/root/a/.data"));
});

test("the place of an earlier start is kept, though another would be chosen today", () => {
  const notedHome = "/var/lib/webhook-keeper/0123456789abcdef";
  expect(chooseHome({ dataDir, account: ROOT_RUNS_AS, notedHome, canReach: anywhere })).toBe(notedHome);
});
