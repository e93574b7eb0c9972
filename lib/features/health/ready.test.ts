import { expect, test } from "vitest";
import { readinessOf } from "./ready.ts";

test("a process is ready while its database and migrations are well, until it is about to stop", () => {
  const well = { database: "ok", migrations: "ok", receiver: "ok", spool: "off" } as const;
  expect(readinessOf(well, false)).toEqual({ status: "ok" });
  expect(readinessOf({ ...well, database: "failing" }, false)).toEqual({ status: "failing" });
  expect(readinessOf({ ...well, migrations: "failing" }, false)).toEqual({ status: "failing" });
  expect(readinessOf(well, true)).toEqual({ status: "stopping" });
});

test("without its database a process is ready while its spool takes deliveries, whatever else is not known then", () => {
  const away = { database: "failing", migrations: "failing", receiver: "ok", spool: "filling" } as const;
  expect(readinessOf(away, false)).toEqual({ status: "ok" });
  // Nothing has come since it went.
  expect(readinessOf({ ...away, spool: "empty" }, false)).toEqual({ status: "ok" });
  expect(readinessOf({ ...away, receiver: "failing", spool: "full" }, false)).toEqual({ status: "failing" });
  expect(readinessOf({ ...away, receiver: "ok", spool: "off" }, false)).toEqual({ status: "failing" });
  expect(readinessOf({ ...away, spool: "unusable" }, false)).toEqual({ status: "failing" });
  expect(readinessOf({ ...away, database: "ok" }, false)).toEqual({ status: "failing" });
  expect(readinessOf(away, true)).toEqual({ status: "stopping" });
});
