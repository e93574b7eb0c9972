import { expect, test } from "vitest";
import { readinessOf } from "./ready.ts";

test("a process is ready while its database and migrations are well, until it is about to stop", () => {
  const well = { database: "ok", migrations: "ok" } as const;
  expect(readinessOf(well, false)).toEqual({ status: "ok" });
  expect(readinessOf({ ...well, database: "failing" }, false)).toEqual({ status: "failing" });
  expect(readinessOf({ ...well, migrations: "failing" }, false)).toEqual({ status: "failing" });
  expect(readinessOf(well, true)).toEqual({ status: "stopping" });
});
