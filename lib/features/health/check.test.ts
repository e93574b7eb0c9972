import { describe, expect, test } from "vitest";
import { judge } from "./check.ts";

const TAKING = { isTaking: true, spool: null };
const REFUSING = { isTaking: false, spool: null };

const well = { missingMigrations: [], oldestDueJobMs: 0, isReadOnly: false, clockAheadSeconds: 0 };

describe("health", () => {
  test("is ok when every part is", () => {
    expect(judge(well, TAKING, [])).toEqual({
      status: "ok",
      database: "ok",
      migrations: "ok",
      worker: "ok",
      receiver: "ok",
      clock: "ok",
      spool: "off",
    });
  });

  test("fails with the part that fails", () => {
    expect(judge({ ...well, missingMigrations: ["20261124000000_init"] }, TAKING, [])).toMatchObject({
      status: "failing",
      migrations: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_001 }, TAKING, [])).toMatchObject({
      status: "failing",
      database: "ok",
      worker: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_000 }, TAKING, [])).toMatchObject({ status: "ok" });
  });

  test("fails while the clock is off", () => {
    expect(judge(well, TAKING, [{ aheadSeconds: 600 }])).toMatchObject({
      status: "failing",
      receiver: "ok",
      clock: "failing",
      spool: "off",
    });
  });

  test("claims nothing while the database is silent", () => {
    expect(judge(null, REFUSING, [])).toEqual({
      status: "failing",
      database: "failing",
      migrations: "failing",
      worker: "failing",
      receiver: "failing",
      clock: "failing",
      spool: "off",
    });
  });

  test("says that a database which takes no changes is not well, and a receiver that does not commit", () => {
    expect(judge({ ...well, isReadOnly: true }, TAKING, [])).toMatchObject({
      status: "failing",
      database: "failing",
    });
    expect(judge(well, REFUSING, [])).toMatchObject({
      status: "failing",
      database: "ok",
      receiver: "failing",
    });
  });
  test("is not well while deliveries wait for the database, and is while they are brought there", () => {
    const spooling = (spool: "filling" | "full" | "draining" | "empty" | "unusable") =>
      judge(well, { isTaking: spool !== "full", spool }, []);
    expect(spooling("filling")).toMatchObject({ status: "failing", receiver: "ok", spool: "filling" });
    expect(spooling("full")).toMatchObject({ status: "failing", receiver: "failing", spool: "full" });
    expect(spooling("draining")).toMatchObject({ status: "ok", receiver: "ok", spool: "draining" });
    expect(spooling("empty")).toMatchObject({ status: "ok" });
    expect(spooling("unusable")).toMatchObject({ status: "failing", receiver: "ok", spool: "unusable" });
  });
});
