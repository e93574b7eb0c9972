import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeHook } from "#simulator/api/hook-routes.ts";
import {
  installedStore,
  TEST_APP,
  testReceiver,
  testSimulator,
  type Receiver,
} from "#tests/support/simulator.ts";

let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "simulator-"));
  receiver = await testReceiver();
});
afterEach(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

const hookAt = (destination: string) => ({
  store_hash: "abc123",
  client_id: TEST_APP.clientId,
  scope: "store/order/created",
  destination,
});
const order = { scope: "store/order/created", data: { type: "order", id: 1 } };

test("after a restart stores, tokens, hooks and waiting retries are where they were", async () => {
  const stateFile = join(folder, "simulator.json");
  const first = await testSimulator({ stateFile });
  const { token } = await installedStore(first);
  makeHook(first.world, hookAt(`${receiver.url}/hook`));
  receiver.answer = () => 500;
  first.fire("abc123", [order]);
  await first.settled();
  await first.advance(30);
  await first.close();

  receiver.answer = () => 200;
  const second = await testSimulator({ stateFile });
  const response = await fetch(`${second.url}/stores/abc123/v3/hooks`, {
    headers: { "x-auth-token": token },
  });
  expect(await response.json()).toMatchObject({ data: [{ destination: `${receiver.url}/hook` }] });
  expect(second.world.clock.offsetMs()).toBe(30_000);
  await second.advance(31);
  expect(receiver.received).toHaveLength(2);
  await second.close();
});

test("killed at any moment, it goes on from what was on disk, events under way included", async () => {
  const stateFile = join(folder, "simulator.json");
  const killed = join(folder, "killed.json");
  const first = await testSimulator({ stateFile });
  first.world.createStore({ hash: "abc123" });
  makeHook(first.world, hookAt(`${receiver.url}/hook`));
  receiver.answer = () => null;
  const [hash] = first.fire("abc123", [order]);
  await vi.waitUntil(
    () => existsSync(stateFile) && readFileSync(stateFile, "utf8").includes(hash ?? "never"),
  );
  copyFileSync(stateFile, killed); // what a kill -9 would leave behind
  await first.close();

  receiver.answer = () => 200;
  const second = await testSimulator({ stateFile: killed });
  await second.settled();
  expect(second.world.state.attempts).toMatchObject([{ hash, outcome: "delivered" }]);
  await second.close();
});

test("a state file of another version is refused in words, not overwritten", async () => {
  const stateFile = join(folder, "simulator.json");
  writeFileSync(stateFile, '{"version":0}');
  await expect(testSimulator({ stateFile })).rejects.toThrow("another version");
  expect(readFileSync(stateFile, "utf8")).toBe('{"version":0}');
});
