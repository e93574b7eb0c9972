import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "#simulator/server.ts";
import { testSimulator } from "#tests/support/simulator.ts";
import { answerIn, moodOf, RECEIVER_MOODS, type ReceiverMood } from "./answers.ts";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await testSimulator();
  await call("POST", "/stores", { hash: "abc123" });
});
afterEach(() => simulator.close());

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${simulator.url}/control${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}

const send = (url: string, signal?: AbortSignal) =>
  fetch(url, {
    method: "POST",
    headers: { "x-webhook-keeper-event-type": "store/order/created", "x-webhook-keeper-attempt": "2" },
    body: '{"data":{"id":1}}',
    redirect: "manual",
    ...(signal && { signal }),
  });

test("a receiver keeps what comes, and answers as it is told", async () => {
  const { status, answer: made } = await call("POST", "/receivers", { name: "Warehouse" });
  expect({ status, made }).toMatchObject({ status: 201, made: { name: "Warehouse", count: 0 } });
  expect((await send(made.url)).status).toBe(200);

  const told = { status: 429, headers: { "retry-after": "7" }, body: "later" };
  expect((await call("PUT", `/receivers/${made.id}`, told)).answer.answer).toMatchObject(told);
  const busy = await send(made.url);
  expect([busy.status, busy.headers.get("retry-after"), await busy.text()]).toEqual([429, "7", "later"]);

  const { requests } = (await call("GET", `/receivers/${made.id}/requests`)).answer;
  expect(requests.map(({ status: answered }: { status: number }) => answered)).toEqual([200, 429]);
  expect(requests[0]).toMatchObject({
    body: '{"data":{"id":1}}',
    headers: { "x-webhook-keeper-attempt": "2" },
  });
  expect((await call("GET", "/receivers")).answer.receivers).toMatchObject([{ id: made.id, count: 2 }]);
});

test("one that does not answer keeps the sender waiting, and does not keep the simulator from stopping", async () => {
  const { answer: made } = await call("POST", "/receivers", {});
  await call("PUT", `/receivers/${made.id}`, { status: null });
  const giveUp = new AbortController();
  const given = send(made.url, giveUp.signal).then(
    () => "answered",
    () => "gave up",
  );
  await expect
    .poll(async () => (await call("GET", `/receivers/${made.id}/requests`)).answer.requests.length)
    .toBe(1);
  giveUp.abort();
  expect(await given).toBe("gave up");
  const held = send(made.url).catch(() => "cut off");
  await expect
    .poll(async () => (await call("GET", `/receivers/${made.id}/requests`)).answer.requests.length)
    .toBe(2);
  await simulator.close();
  await held;
});

test("what makes no sense is refused", async () => {
  expect((await send(`${simulator.url}/receivers/nowhere`)).status).toBe(404);
  expect((await call("PUT", "/receivers/nowhere", {})).status).toBe(404);
  expect((await call("POST", "/receivers", { storeHash: "nowhere" })).status).toBe(404);
  expect((await call("POST", "/receivers", { name: "" })).status).toBe(400);
});

test("the panel shows it in its store, and breaks and mends it", async () => {
  const { answer: made } = await call("POST", "/receivers", { name: "Warehouse", storeHash: "abc123" });
  await send(made.url);
  const page = `${simulator.url}/manage/abc123/receivers/${made.id}`;
  const text = await (await fetch(page)).text();
  expect(text).toContain(made.url);
  expect(text).toContain("store/order/created");
  const change = (mood: string) =>
    fetch(page, {
      method: "POST",
      headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ mood }),
    });
  expect(await (await change("broken")).json()).toEqual({
    message: "Warehouse now does this: Is broken (500)",
  });
  expect((await send(made.url)).status).toBe(500);
  expect((await change("well")).status).toBe(200);
  expect((await send(made.url)).status).toBe(200);
  expect((await change("asleep")).status).toBe(400);
  // Another store's panel neither shows nor changes it.
  await call("POST", "/stores", { hash: "other1" });
  expect(await (await fetch(page.replace("abc123", "other1"))).text()).not.toContain(made.url);
});

test("each mood has an answer of its own", () => {
  const moods = Object.keys(RECEIVER_MOODS) as ReceiverMood[];
  expect(moods.map((mood) => moodOf(answerIn(mood)))).toEqual(moods);
  expect(moodOf({ ...answerIn("well"), status: 418 })).toBeNull();
});

test("a state file from before there were receivers is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "receivers-"));
  try {
    const stateFile = join(folder, "simulator.json");
    await (await testSimulator({ stateFile })).close();
    const { receivers, ...older } = JSON.parse(readFileSync(stateFile, "utf8"));
    expect(receivers).toEqual([]);
    writeFileSync(stateFile, JSON.stringify(older));
    const again = await testSimulator({ stateFile });
    expect(again.world.state.receivers).toEqual([]);
    await again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
