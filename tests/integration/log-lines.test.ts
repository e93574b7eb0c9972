import { logged } from "#tests/support/captured-log.ts";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { boundedServer, type BoundedServer } from "#lib/http/bounded-server.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { log } from "#lib/log/log.ts";
import { answerArrival } from "#lib/features/receiver/listener.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { startCommand } from "#tests/support/command.ts";
import { useDatabase } from "#tests/support/database.ts";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** What every line has, whatever it tells; see docs/log.md. */
const EVERY_LINE = {
  level: expect.stringMatching(/^(?:debug|info|warn|error)$/),
  time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  pid: expect.any(Number),
  version: expect.stringMatching(/^\d+\.\d+\.\d+(?:\+[\da-f]{8})?$/),
  msg: expect.any(String),
};

/** Next.js listens at least so often for the end of an answer to a request with a body. */
const NEXT_LISTENS = 7;

useDatabase();
let app: BoundedServer;
let url: string;

beforeAll(async () => {
  await ensurePartitions(new Date(), new Date());
  app = boundedServer({
    deliver: (request, response, storeHash) => answerArrival(request, response, storeHash, () => new Date()),
    answer: async (request, response) => {
      await wait(1);
      for (let i = 0; i < NEXT_LISTENS; i++) response.once("close", () => undefined);
      log.info({ page: request.url }, "a page says something");
      const { status } = request.url === "/fault" ? problemResponse(new Error("a fault")) : { status: 200 };
      response.writeHead(status).end();
    },
    upgrades: false,
  });
  await new Promise<void>((listening) => app.server.listen(0, listening));
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  logged.length = 0;
});
afterAll(async () => {
  await app.drain(1_000);
  await closeReceiver();
});

const lines = () => logged.map((line) => JSON.parse(line) as Record<string, unknown>);
const over = () => lines().filter(({ msg }) => msg === "a request is over");
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${url}${path}`, { method, headers });

test("every line of a request carries the proxy's id, and so does the answer", async () => {
  const [one, two] = await Promise.all([
    ask("/one", { "X-Request-Id": "from-the-proxy-1" }),
    ask("/two?secret=x", { "X-Request-Id": "from-the-proxy-2" }),
  ]);
  expect(one.headers.get("X-Request-Id")).toBe("from-the-proxy-1");
  expect(two.headers.get("X-Request-Id")).toBe("from-the-proxy-2");
  await expect.poll(over).toHaveLength(2);
  for (const line of lines()) expect(line).toMatchObject(EVERY_LINE);
  for (const [path, requestId] of [
    ["/one", "from-the-proxy-1"],
    ["/two", "from-the-proxy-2"],
  ]) {
    const own = lines().filter((line) => line.requestId === requestId);
    expect(own).toMatchObject([{ page: expect.stringContaining(path ?? "") }, { path, outcome: "answered" }]);
  }
});

test("an id that is none is replaced, and a fault has it beside its reference and its outcome", async () => {
  const answer = await ask("/fault", { "X-Request-Id": 'x" y' });
  expect(answer.status).toBe(500);
  const requestId = answer.headers.get("X-Request-Id");
  expect(requestId).toMatch(UUID);
  await expect.poll(over).toMatchObject([{ requestId, status: 500, outcome: "failed" }]);
  expect(lines().find(({ msg }) => msg === "an unexpected fault was answered")).toMatchObject({
    level: "error",
    requestId,
    reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{2}$/),
    outcome: "failed",
  });
});

test("a delivery that is refused has a line of its own at debug, and what it opened is not its", async () => {
  expect((await ask("/api/webhooks/abc", { "X-Request-Id": "refused" }, "POST")).status).toBe(401);
  await expect
    .poll(over)
    .toMatchObject([
      { requestId: "refused", method: "POST", path: "/api/webhooks/abc", status: 401, outcome: "refused" },
    ]);
});

test("nobody takes those who wait for the end of an answer for a leak", async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error) => void warnings.push(warning);
  process.on("warning", hear);
  const answer = await fetch(`${url}/form`, { method: "POST", body: "{}" });
  expect(answer.status).toBe(200);
  await expect.poll(over).toHaveLength(1);
  process.off("warning", hear);
  expect(warnings).toEqual([]);
});

test("a worker's standard output is the log, line by line", async () => {
  const worker = startCommand("scripts/worker.ts", { LOG_LEVEL: "debug" });
  await expect.poll(() => worker.stderr, { timeout: 20_000 }).toContain("The worker is ready.");
  worker.process.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  const said = worker.stdout.trimEnd().split("\n");
  expect(said.length).toBeGreaterThan(1);
  for (const line of said) expect(JSON.parse(line)).toMatchObject({ ...EVERY_LINE, pid: worker.process.pid });
});
