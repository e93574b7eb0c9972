import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { databaseCpuMs } from "#tests/bench/database-cost.ts";
import { eventsThatFit, sizingTable } from "./sizing.ts";

test("the table says what was found, as Markdown", () => {
  const table = sizingTable({
    stores: 10_000,
    events: 20_000_000,
    startMs: { receiver: 2_340, worker: 1_260 },
    restMb: { receiver: 231, worker: 104 },
    mostMb: { receiver: 310, worker: 222 },
    connections: { receiver: 9, worker: 16 },
    pagesMs: { "the log": { largest: 14, middle: 9 } },
    checked: 2_000,
    checkSeconds: 95,
    checkCpuMs: { worker: 7.04, database: 5 },
    diskMbPerMillion: { events: 1_130, hours: 190 },
    deliveryCpuMs: { receiver: 0.514, database: 0.4, worker: 0 },
  });
  expect(table.split("\n")).toEqual(
    expect.arrayContaining([
      "| 10,000 stores, 20,000,000 events | Receiver | Worker |",
      "| start, until it is ready | 2.3 s | 1.3 s |",
      "| processor for a delivery | 0.51 ms | 0.00 ms |",
      "| processor for a store's check |  | 7.0 ms |",
      "| the log, p95: the store with most events, one in the middle | 14 ms, 9 ms |",
      "| a check of 2,000 stores at once | 95 s |",
      "| disk for a million events | 1,130 MB |",
    ]),
  );
});

test("as many events are written as there is room for", () => {
  expect(eventsThatFit(20_000_000, 80e9)).toBe(20_000_000);
  expect(eventsThatFit(20_000_000, 20e9)).toBe(5_000_000);
  expect(eventsThatFit(20_000_000, 8e9)).toBe(0);
});

test("what a connection took counts when it is over, too", () => {
  const server = { databasePid: () => process.pid };
  const beforeMs = databaseCpuMs(server);
  execFileSync(process.execPath, ["-e", "while (process.cpuUsage().user < 300_000);"]);
  expect(databaseCpuMs(server) - beforeMs).toBeGreaterThanOrEqual(250);
});
