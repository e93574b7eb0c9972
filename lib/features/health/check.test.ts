import { describe, expect, test } from "vitest";
import { judge } from "./check.ts";

const well = { missingMigrations: [], oldestDueJobMs: 0, isReadOnly: false, clockAheadSeconds: 0 };

describe("health", () => {
  test("is ok when every part is", () => {
    expect(judge(well, true, [])).toEqual({
      status: "ok",
      database: "ok",
      migrations: "ok",
      worker: "ok",
      receiver: "ok",
      clock: "ok",
    });
  });

  test("fails with the part that fails", () => {
    expect(judge({ ...well, missingMigrations: ["20261124000000_init"] }, true, [])).toMatchObject({
      status: "failing",
      migrations: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_001 }, true, [])).toMatchObject({
      status: "failing",
      database: "ok",
      worker: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_000 }, true, [])).toMatchObject({ status: "ok" });
  });

  test("fails while the clock is off", () => {
    expect(judge(well, true, [{ aheadSeconds: 600 }])).toMatchObject({
      status: "failing",
      receiver: "ok",
      clock: "failing",
    });
  });

  test("claims nothing while the database is silent", () => {
    expect(judge(null, false, [])).toEqual({
      status: "failing",
      database: "failing",
      migrations: "failing",
      worker: "failing",
      receiver: "failing",
      clock: "failing",
    });
  });

  test("says that a database which takes no changes is not well, and a receiver that does not commit", () => {
    expect(judge({ ...well, isReadOnly: true }, true, [])).toMatchObject({
      status: "failing",
      database: "failing",
    });
    expect(judge(well, false, [])).toMatchObject({ status: "failing", database: "ok", receiver: "failing" });
  });
});
