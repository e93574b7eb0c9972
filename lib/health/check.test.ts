import { describe, expect, test } from "vitest";
import { judge } from "./check.ts";

const well = { missingMigrations: [], oldestDueJobMs: 0 };

describe("health", () => {
  test("is ok when every part is", () => {
    expect(judge(well)).toEqual({ status: "ok", database: "ok", migrations: "ok", worker: "ok" });
  });

  test("fails with the part that fails", () => {
    expect(judge({ ...well, missingMigrations: ["20261124000000_init"] })).toMatchObject({
      status: "failing",
      migrations: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_001 })).toMatchObject({
      status: "failing",
      database: "ok",
      worker: "failing",
    });
    expect(judge({ ...well, oldestDueJobMs: 300_000 })).toMatchObject({ status: "ok" });
  });

  test("claims nothing while the database is silent", () => {
    expect(judge(null)).toEqual({
      status: "failing",
      database: "failing",
      migrations: "failing",
      worker: "failing",
    });
  });
});
