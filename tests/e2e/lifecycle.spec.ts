import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { isRunning, type ProcessMark } from "#scripts/processes.ts";
import { expect, test } from "./fixtures.ts";
import type { Product } from "./product.ts";
import { freePorts, newDataDir, startProduct, type RunningProduct } from "./start-product.ts";

/** No process of ours may be left after this, on a machine that is busy with other stories. */
const GONE_MS = 30_000;
/** Senders that deliver at the same time, each one delivery after the other. */
const SENDERS = 8;
/** The stop comes when so many were acknowledged, in the midst of others. */
const ACKNOWLEDGED_BEFORE = 200;

const Mark = z.object({ pid: z.number(), startedAt: z.string() });
const Running = z.object({ supervisor: Mark, children: z.array(Mark) });
const Secrets = z.object({ clientSecret: z.string() });

const WAYS = [
  { how: "Ctrl-C", end: ({ supervisor }: RunningProduct) => supervisor.kill("SIGINT") },
  { how: "SIGTERM", end: ({ supervisor }: RunningProduct) => supervisor.kill("SIGTERM") },
  { how: "SIGKILL of the parent", end: ({ supervisor }: RunningProduct) => supervisor.kill("SIGKILL") },
  {
    how: "SIGKILL of all parts",
    end: (_: RunningProduct, marks: readonly ProcessMark[]) => {
      for (const { pid } of marks) process.kill(pid, "SIGKILL");
    },
  },
] as const;

test("after each way to end under load nothing is left behind, nothing acknowledged is lost, and it starts again", async () => {
  test.setTimeout(600_000);
  const data = newDataDir();
  const ports = await freePorts(2);
  let running = await startProduct(data.path, ports);
  try {
    for (const { how, end } of WAYS) {
      const marks = processesIn(data.path);
      const load = deliver(running.product, clientSecretIn(data.path));
      await expect.poll(() => load.acknowledged.length, how).toBeGreaterThan(ACKNOWLEDGED_BEFORE);
      end(running, marks);
      await load.ended;
      await expect.poll(() => marks.filter(isRunning), { message: how, timeout: GONE_MS }).toEqual([]);

      running = await startProduct(data.path, ports);
      const kept = await arrivalsOf(running.product);
      expect(
        load.acknowledged.filter((hash) => kept.get(hash) !== 1),
        how,
      ).toEqual([]);
    }
  } finally {
    await running.stop();
    data.remove();
  }
});

function processesIn(dataDir: string): ProcessMark[] {
  const { supervisor, children } = Running.parse(
    JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8")),
  );
  return [supervisor, ...children];
}

function clientSecretIn(dataDir: string): string {
  return Secrets.parse(JSON.parse(readFileSync(join(dataDir, "sandbox-secrets.json"), "utf8"))).clientSecret;
}

/** Sends true deliveries until nobody answers any more; what was answered with 200 was promised to be kept. */
function deliver({ appUrl }: Product, secret: string): { acknowledged: string[]; ended: Promise<unknown> } {
  const acknowledged: string[] = [];
  const send = async () => {
    for (;;) {
      const hash = randomBytes(20).toString("hex");
      const seconds = Math.floor(Date.now() / 1000);
      const body = JSON.stringify({
        producer: "stores/lifecycle",
        hash,
        created_at: seconds,
        store_id: "11",
        scope: "store/order/created",
        data: { type: "order", id: 1 },
      });
      const headers = {
        "webhook-id": hash,
        "webhook-timestamp": String(seconds),
        "webhook-signature": sign(hash, seconds, Buffer.from(body), secret),
      };
      try {
        const { status } = await fetch(`${appUrl}/api/webhooks/lifecycle`, { method: "POST", headers, body });
        if (status === 200) acknowledged.push(hash);
      } catch {
        return;
      }
    }
  };
  return { acknowledged, ended: Promise.all(Array.from({ length: SENDERS }, send)) };
}

/** How often each event of the load arrived, by its hash. */
async function arrivalsOf({ databaseUrl }: Product): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ hash: string; arrivals: number }>(
      "SELECT hash, arrivals FROM events WHERE store_hash = 'lifecycle'",
    );
    return new Map(rows.map(({ hash, arrivals }) => [hash, arrivals]));
  } finally {
    await client.end();
  }
}
