import { describe, expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { judgeAccess } from "./access.ts";
import { AccessWithdrawn, SessionEnded, StoreUninstalled } from "#lib/access.ts";
import { isCheckDue } from "#lib/callbacks/launch.ts";

const session = { store: StoreHash.parse("shop42"), user: "501", storeEpoch: 3, membershipEpoch: 2 };
const row = {
  email: "staff@example.com",
  isOwner: false,
  locale: "de-DE",
  isMember: true,
  isInstalled: true,
  staffChangeWebhooks: true,
  membershipEpoch: 2,
  storeEpoch: 3,
};

describe("a session", () => {
  test("opens its store while epochs agree", () => {
    expect(judgeAccess(session, row)).toEqual({
      storeHash: "shop42",
      userId: "501",
      email: "staff@example.com",
      isOwner: false,
      mayChangeWebhooks: true,
      locale: "de-DE",
      storeEpoch: 3,
      membershipEpoch: 2,
    });
  });

  test("lets staff change webhooks where the store does, and the owner everywhere", () => {
    const may = (isOwner: boolean, staffChangeWebhooks: boolean) =>
      judgeAccess(session, { ...row, isOwner, staffChangeWebhooks }).mayChangeWebhooks;
    expect([may(false, true), may(false, false), may(true, false)]).toEqual([true, false, true]);
  });

  test("is over under another epoch, or for somebody unknown", () => {
    expect(() => judgeAccess(session, { ...row, storeEpoch: 4 })).toThrow(SessionEnded);
    expect(() => judgeAccess(session, { ...row, membershipEpoch: 3 })).toThrow(SessionEnded);
    expect(() => judgeAccess(session, null)).toThrow(SessionEnded);
  });

  test("says why, where the person can do something about it", () => {
    expect(() => judgeAccess(session, { ...row, isMember: false, membershipEpoch: 3 })).toThrow(
      AccessWithdrawn,
    );
    expect(() => judgeAccess(session, { ...row, isInstalled: false, storeEpoch: 4 })).toThrow(
      StoreUninstalled,
    );
  });
});

describe("a launch asks for a check", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const [longAgo, lately] = [new Date("2026-11-20T11:00:00Z"), new Date("2026-11-20T11:00:01Z")];

  test("when the last one is an hour old", () => {
    expect(isCheckDue({ checkedAt: longAgo, installedAt: longAgo }, now)).toBe(true);
    expect(isCheckDue({ checkedAt: lately, installedAt: longAgo }, now)).toBe(false);
  });

  test("not while an installation has just asked for one", () => {
    expect(isCheckDue({ checkedAt: null, installedAt: lately }, now)).toBe(false);
    expect(isCheckDue({ checkedAt: longAgo, installedAt: lately }, now)).toBe(false);
    expect(isCheckDue({ checkedAt: null, installedAt: longAgo }, now)).toBe(true);
  });
});
