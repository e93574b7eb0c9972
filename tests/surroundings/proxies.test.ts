import { request } from "node:https";
import { connect } from "node:tls";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWhenStale } from "#scripts/builds.ts";
import { openSession } from "#tests/bench/session.ts";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";
import { connectionsTo } from "#tests/lab/connections.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { freePort } from "#tests/lab/lab.ts";
import { keptConnections, keptSecureConnections, post } from "#tests/lab/post.ts";
import { checkFront, FRONTS, startFront, type Front, type FrontName } from "./front.ts";
import { startPair, type Pair } from "./pair.ts";

const PER_SECOND = 50;
const KILLS = 3;
/** Between the moment at which a process is back and the end of the other. */
const REST_MS = 1_000;
const LIVE_WITHIN_MS = 1_000;
const OPENED_WITHIN_MS = 20_000;
/** Longer than the app is silent on a live line. */
const IDLE_MS = 16_000;
const KB = 1024;

let pair: Pair;
const fronts = new Map<FrontName, Front>();
const agent = keptSecureConnections(256);
beforeAll(async () => {
  await buildWhenStale();
  pair = await startPair();
  for (const name of FRONTS) fronts.set(name, await pair.startFront(name));
}, 240_000);
afterAll(async () => {
  agent.destroy();
  for (const front of fronts.values()) await front.stop();
  await pair.close();
}, 60_000);

function frontOf(name: FrontName): Front {
  const front = fronts.get(name);
  if (!front) throw new Error(`${name} was not started`);
  return front;
}
const receiverPath = () => `/api/webhooks/${pair.lab.sender.storeHash}`;
const newDelivery = () => {
  const [delivery] = signedDeliveries(1, pair.lab.sender, new Date());
  if (!delivery) throw new Error("No delivery was made");
  return delivery;
};
const send = (front: Front, delivery = newDelivery()) =>
  post(`${front.origin}${receiverPath()}`, agent, delivery);

/** Asks through a front on a connection of its own; what comes is given to `onText` as it does. Ends with `signal`. */
function ask(
  { origin }: Front,
  path: string,
  { headers = {}, signal, onText }: Asking = {},
): Promise<{ status: number }> {
  return new Promise((settle, fail) => {
    const options = { ca: SELF_SIGNED.cert, headers, agent: false, ...(signal && { signal }) };
    const sent = request(`${origin}${path}`, options, (response) => {
      response.on("data", (chunk: Buffer) => onText?.(chunk.toString()));
      response.on("error", () => undefined);
      settle({ status: response.statusCode ?? 0 });
    });
    sent.once("error", fail);
    sent.end();
  });
}

interface Asking {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  onText?(text: string): void;
}

describe.each(FRONTS)("behind %s, with the file that is shipped for it,", (name) => {
  test("the file is right, and the program has no remark about it", async () => {
    const { code, said } = await checkFront(name, { front: frontOf(name).port, apps: pair.appPorts });
    // What Caddy says of the test's own certificate, and of ports that a test does not take.
    const remarks = said.split("\n").filter((line) => !/stapling OCSP|redirects are disabled/.test(line));
    expect([code, remarks.join("\n")]).toEqual([
      0,
      expect.not.stringMatching(/warn|alert|emerg|deprecated/i),
    ]);
  });

  test("a delivery comes through as it was signed, up to 256 KB of it", async () => {
    const front = frontOf(name);
    const { "x-webhook-keeper-secret": _, ...headers } = newDelivery().headers;
    expect((await send(front, { ...newDelivery(), headers })).status).toBe(401);
    const bare = newDelivery();
    delete bare.headers["x-webhook-keeper-secret"];
    expect((await send(front, bare)).status).toBe(200);
    // Read whole, and refused for the signature of another body.
    const sized = (bytes: number) => send(front, { ...newDelivery(), body: "x".repeat(bytes) });
    expect((await sized(256 * KB)).status).toBe(401);
    // The app says so before the body has come whole.
    expect((await sized(256 * KB + 1)).status).toBe(413);
    expect((await sized(1024 * KB)).status).not.toBe(200);
  });

  test("a request that wants another protocol is answered in this one", async () => {
    const headers = {
      Connection: "Upgrade, HTTP2-Settings",
      Upgrade: "h2c",
      "HTTP2-Settings": "AAMAAABkAAQAAP__",
    };
    expect(await ask(frontOf(name), "/api/health/live", { headers })).toEqual({ status: 200 });
  });

  test("what a query holds is written down nowhere, also when no process answers", async () => {
    const nobody = { front: await freePort(), apps: [await freePort(), await freePort()] } as const;
    const alone = await startFront(name, nobody);
    const secrets = ["ey.SIGNED.payload", "the-code-of-an-installation"];
    const paths = [
      `/api/bigcommerce/load?signed_payload_jwt=${secrets[0]}`,
      `/api/bigcommerce/auth?code=${secrets[1]}&context=stores/x`,
    ];
    for (const front of [frontOf(name), alone]) {
      await Promise.all(
        paths.map((path) => ask(front, path, { headers: { Referer: `${front.origin}${path}` } })),
      );
      for (const word of ["auth", "load"])
        await expect.poll(front.accessLog).toContain(`/api/bigcommerce/${word}`);
      for (const secret of secrets) expect(front.accessLog() + front.errorLog()).not.toContain(secret);
    }
    await alone.stop();
  });
});

test.concurrent.for(FRONTS)(
  "behind %s, a live log shows an event within a second, and stays open while nothing happens",
  async (name, { expect: expecting }) => {
    const front = frontOf(name);
    const { storeHash } = pair.lab.sender;
    const { bearer } = await openSession(storeHash);
    const gone = new AbortController();
    let text = "";
    const opened = await ask(front, `/s/${storeHash}/api/events/stream`, {
      headers: { Authorization: `Bearer ${bearer}` },
      signal: gone.signal,
      onText: (more) => (text += more),
    });
    expecting(opened).toEqual({ status: 200 });
    const isSeenInTime = async () => {
      const delivery = newDelivery();
      await send(front, delivery);
      for (const endAt = performance.now() + LIVE_WITHIN_MS; performance.now() < endAt; await pause(10))
        if (text.includes(delivery.hash)) return true;
      return false;
    };
    // What is committed while a stream is being opened is the list's to show.
    await expecting.poll(isSeenInTime, { timeout: OPENED_WITHIN_MS }).toBe(true);
    await pause(IDLE_MS);
    expecting(text).toContain(": still here");
    expecting(await isSeenInTime()).toBe(true);
    gone.abort();
  },
);

// Caddy hands a body on as it comes: the app's own bound holds there.
test.concurrent.for(FRONTS.filter((name) => name !== "caddy"))(
  "behind %s, bodies that come slowly end at the proxy",
  async (name, { expect: expecting }) => {
    const front = frontOf(name);
    const head = `POST ${receiverPath()} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n`;
    const before = connectionsTo(pair.appPorts);
    const answers = Array.from({ length: 50 }, () => {
      const socket = connect({ port: front.port, host: "localhost", ca: SELF_SIGNED.cert });
      socket.write(`${head}{`);
      return new Promise<string>((settle) => {
        let said = "";
        socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
        socket.on("error", () => undefined);
        socket.once("close", () => settle(said));
      });
    });
    await pause(1_000);
    // Half of them would be told from the few that deliveries need.
    expecting(connectionsTo(pair.appPorts) - before).toBeLessThan(25);
    expecting((await send(front)).status).toBe(200);
    for (const answer of await Promise.all(answers)) expecting(answer).toMatch(/^(?:HTTP\/1\.1 408 .*)?$/s);
  },
);

/** What may be refused of the first attempts: nothing, save by a Caddy that cannot send a body a second time. */
const REFUSED_MAX: Readonly<Record<FrontName, number>> = { nginx: 0, haproxy: 0, caddy: 0.2 };

/** Deliveries through every front while the processes end one after the other, each when the other is back. */
async function loadWhile(signal: "SIGKILL" | "SIGTERM", times: number) {
  const loads = FRONTS.map((name) => pair.startLoad(frontOf(name), PER_SECOND));
  const ends: string[] = [];
  for (let time = 0; time < times; time++) {
    await pause(REST_MS);
    ends.push(await pair.restart(time % 2 === 0 ? 0 : 1, signal));
  }
  const reports = await Promise.all(loads.map((load) => load.end(pair.readLog)));
  return { ends: new Set(ends), reports };
}

test.each([
  ["are killed", "SIGKILL", KILLS, "killed by SIGKILL"],
  ["are told to stop", "SIGTERM", 2, "exit code 0"],
] as const)(
  "no first attempt is refused, or few by Caddy, and nothing is lost or doubled while processes %s in turn",
  async (_, signal, times, how) => {
    const { ends, reports } = await loadWhile(signal, times);
    expect(ends).toEqual(new Set([how]));
    for (const [index, { sent, statuses, lost, doubled }] of reports.entries()) {
      const taken = statuses[200] ?? 0;
      const others = Object.keys(statuses).filter((status) => !["200", "502", "503"].includes(status));
      expect({ others, lost, doubled }).toEqual({ others: [], lost: 0, doubled: 0 });
      expect(sent - taken).toBeLessThanOrEqual(sent * REFUSED_MAX[FRONTS[index] ?? "nginx"]);
      expect(sent).toBeGreaterThan(times * PER_SECOND);
    }
  },
  60_000,
);

test.each(FRONTS)(
  "behind %s, all are answered, or nearly by Caddy, while three of four processes are down",
  async (name) => {
    const down = [await freePort(), await freePort(), await freePort()];
    const front = await startFront(name, { front: await freePort(), apps: [...down, pair.appPorts[0]] });
    const load = pair.startLoad(front, 4 * PER_SECOND);
    await pause(REST_MS);
    const { sent, statuses } = await load.end(pair.readLog);
    await front.stop();
    const taken = statuses[200] ?? 0;
    expect(sent - taken).toBeLessThanOrEqual(sent * REFUSED_MAX[name]);
    expect(sent).toBeGreaterThan(PER_SECOND);
  },
);

test("a process that is told to stop says so to a balancer before it does, and serves until then", async () => {
  const { origin, pid, ended } = await pair.lab.start("server.ts", {
    WORKER: "external",
    STOP_DELAY_SECONDS: "2",
  });
  const plain = keptConnections(1);
  const isReady = async () => {
    const response = await fetch(`${origin}/api/health/ready`);
    return [response.status, await response.json()];
  };
  const deliver = async () => (await post(`${origin}${receiverPath()}`, plain, newDelivery())).status;
  expect([await isReady(), await deliver()]).toEqual([[200, { status: "ok" }], 200]);
  process.kill(pid, "SIGTERM");
  await expect.poll(isReady, { interval: 20 }).toEqual([503, { status: "stopping" }]);
  expect(await deliver()).toBe(200);
  expect(await ended).toBe("exit code 0");
  expect(await deliver()).toBe(0);
  plain.destroy();
}, 30_000);
