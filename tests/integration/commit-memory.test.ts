import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const NOW = new Date("2026-11-25T12:00:00.000Z");
const BODY_BYTES = 200 * 1024;
const BATCHES = 10;

setFlagsFromString("--expose-gc");
// Cast: what the flag adds; see V8's gc extension.
const collect = runInNewContext("gc") as (options: { type: "minor" | "major" }) => void;

const arrayBufferBytes = () => process.memoryUsage().arrayBuffers;

function arrival(hash: string): Arrival {
  return {
    storeHash: "abc",
    hash,
    occurredAt: NOW,
    scope: "store/order/created",
    resource: { type: "order", id: "1" },
    flags: [],
    body: Buffer.alloc(BODY_BYTES, "x"),
    headers: {},
    proof: "signature",
    arrivedAt: NOW,
    isTest: false,
    isDemo: false,
  };
}

beforeAll(() => ensurePartitions(NOW, NOW));

test("what a batch took is free again without a full collection", async () => {
  const commit = async (from: number) => {
    for (let index = from; index < from + BATCHES; index++) await commitArrivals([arrival(`h${index}`)]);
  };
  await commit(0);
  collect({ type: "major" });
  const before = arrayBufferBytes();
  await commit(BATCHES);
  const isFree = () => {
    collect({ type: "minor" });
    return arrayBufferBytes() - before < BATCHES * BODY_BYTES;
  };
  await expect.poll(isFree).toBe(true);
});
