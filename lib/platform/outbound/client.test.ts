import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createSocketServer, type AddressInfo, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { Forwarding } from "#lib/config/forward-settings.ts";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";
import { startNameServer, type NameServer } from "#tests/support/name-server.ts";
import { makeClient, postToOwn } from "./client.ts";
import { guardedConnect, Refused } from "./connect.ts";
import { rulesOf } from "./rules.ts";

const HERE = { address: "127.0.0.1", prefix: 32, family: "ipv4" } as const;
const NAME = "hooks.example.com";
const PATIENCE = { headMs: 30_000 };
const MB = 2 ** 20;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Something that listens on every address of this machine, and counts who connects. */
async function listening(server: Server): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    connections++;
    open.add(socket.on("error", () => undefined));
  });
  server.listen(0);
  await once(server, "listening");
  ends.push(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections }; // it listens on a port
}
const answering = (listener: RequestListener) => listening(createServer(listener));

async function names(...parameters: Parameters<typeof startNameServer>): Promise<NameServer> {
  const server = await startNameServer(...parameters);
  ends.push(server.close);
  return server;
}

const callTo = (url: string) => ({ url, headers: { "webhook-id": "1" }, body: Buffer.from("{}") });

/** A client outside sandbox mode that may reach this machine by 127.0.0.1 when `allow` says so. */
function client(forwarding: Partial<Forwarding>, server?: NameServer) {
  const rules = rulesOf({
    forwarding: { allow: [], deny: [], ports: null, isOpen: false, ...forwarding },
    appUrl: "https://keeper.example.com",
    exceptionUrl: null,
  });
  return makeClient(rules, server && [server.address]);
}

/** What a request to such a receiver comes to, its name being 127.0.0.1. */
async function answerOf(listener: RequestListener, patience = PATIENCE) {
  const [{ port }, server] = [await answering(listener), await names(() => ["127.0.0.1"])];
  return client({ allow: [HERE] }, server).post(callTo(`http://${NAME}:${port}/`), patience);
}

describe("nothing is sent to", () => {
  test.each([
    [["127.0.0.1"]],
    [["93.184.216.34", "127.0.0.1"]],
    [["93.184.216.34", "::1"]],
    [["::ffff:127.0.0.1"]],
    [["169.254.169.254"]],
    [["0.0.0.0"]],
    [["fe80::1", "2606:4700::1111"]],
  ])("a name that leads to %j", async (addresses) => {
    const trap = await answering((_, response) => response.end());
    const server = await names(() => addresses);
    const outcome = await client({}, server).post(callTo(`https://${NAME}:${trap.port}/`), PATIENCE);
    expect(outcome).toEqual({ kind: "refused", why: "PRIVATE_ADDRESS" });
    expect([trap.connections(), server.asked]).toEqual([0, [NAME]]);
  });

  test.each([
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "017700000001",
    "127.1",
    "0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "localhost",
    "printer.local",
  ])("%s, and no resolver is asked", async (host) => {
    const trap = await answering((_, response) => response.end());
    const server = await names(() => ["93.184.216.34"]);
    const outcome = await client({}, server).post(callTo(`https://${host}:${trap.port}/`), PATIENCE);
    expect(outcome).toEqual({ kind: "refused", why: "PRIVATE_ADDRESS" });
    expect([trap.connections(), server.asked]).toEqual([0, []]);
  });

  test("a name that leads elsewhere the second time", async () => {
    const trap = await answering((_, response) => response.setHeader("connection", "close").end());
    const server = await names((_, time) => [time === 0 ? "127.0.0.1" : "127.0.0.2"]);
    const guarded = client({ allow: [HERE] }, server);
    const call = callTo(`http://${NAME}:${trap.port}/`);
    expect(await guarded.post(call, PATIENCE)).toMatchObject({ kind: "answered", status: 200 });
    // Asked once: between looking at an address and connecting to it there is no second answer.
    expect(server.asked).toHaveLength(1);
    expect(await guarded.post(call, PATIENCE)).toEqual({ kind: "refused", why: "PRIVATE_ADDRESS" });
    expect(trap.connections()).toBe(1);
  });

  test("another address than the one that was looked at", async () => {
    const received: string[] = [];
    const trap = await answering(({ url = "" }, response) => {
      received.push(url);
      response.end();
    });
    let looks = 0;
    const connect = guardedConnect({ refusalOf: () => (looks++ === 0 ? null : "PRIVATE_ADDRESS") });
    const target = { hostname: "127.0.0.1", protocol: "http:", port: String(trap.port) };
    const error = await new Promise((resolve) => connect(target, (...[fault]) => resolve(fault)));
    expect(error).toBeInstanceOf(Refused);
    expect(received).toEqual([]);
  });

  test("another port, and no plain http", async () => {
    const server = await names(() => ["93.184.216.34"]);
    const strict = client({ ports: [443, 8443] }, server);
    const outcomeAt = (url: string) => strict.post(callTo(url), PATIENCE);
    expect(await outcomeAt(`https://${NAME}:8080/`)).toEqual({ kind: "refused", why: "PORT_NOT_ALLOWED" });
    expect(await outcomeAt(`http://${NAME}:8443/`)).toEqual({ kind: "refused", why: "NOT_HTTPS" });
  });
});

describe("an answer", () => {
  test("comes with its head and the beginning of its body, over a connection that is kept", async () => {
    const bodies: string[] = [];
    const receiver = await answering((request, response) => {
      request.on("data", (chunk: Buffer) => bodies.push(chunk.toString()));
      request.on("end", () => response.writeHead(422, { "X-Reason": "no" }).end("é".repeat(4_000)));
    });
    const server = await names(() => ["127.0.0.1"]);
    const guarded = client({ allow: [HERE] }, server);
    for (let time = 0; time < 5; time++) {
      const outcome = await guarded.post(callTo(`http://${NAME}:${receiver.port}/a?b`), PATIENCE);
      expect(outcome).toMatchObject({ kind: "answered", status: 422, head: { "x-reason": "no" } });
      expect(outcome).toHaveProperty("text", "é".repeat(2_048));
    }
    expect(bodies).toHaveLength(5);
    // The pool opens a second one when it is asked again within the turn that ends an answer.
    expect(receiver.connections()).toBeLessThanOrEqual(2);
  });

  test("that leads elsewhere is not followed", async () => {
    const trap = await answering((_, response) => response.end());
    const location = `http://127.0.0.1:${trap.port}/`;
    const outcome = await answerOf((_, response) => response.writeHead(307, { location }).end());
    expect(outcome).toMatchObject({ kind: "answered", status: 307, head: { location } });
    expect(trap.connections()).toBe(0);
  });

  test("whose body comes a byte at a time is cut off, and is an answer", async () => {
    const began = performance.now();
    const outcome = await answerOf((_, response) => {
      const timer = setInterval(() => response.write("x"), 50);
      response.on("close", () => clearInterval(timer));
    });
    expect(outcome).toMatchObject({
      kind: "answered",
      status: 200,
      text: expect.stringMatching(/^x+$/) as string,
    });
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test("without an end is left, and takes no memory", async () => {
    const chunk = Buffer.alloc(64 * 1_024, "a");
    let sent = 0;
    const before = process.memoryUsage().arrayBuffers;
    const outcome = await answerOf((_, response) => {
      const goOn = () => {
        while (!response.destroyed && sent < 1_024 * MB && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", goOn);
      goOn();
    });
    expect(outcome).toHaveProperty("text", "a".repeat(4_096));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * MB);
    // The system's buffers hold some of it, whoever reads.
    expect(sent).toBeLessThan(64 * MB);
  });

  test("that is compressed is not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(8 * MB));
    expect(bomb.length).toBeLessThan(16 * 1_024);
    const before = process.memoryUsage().arrayBuffers;
    const outcome = await answerOf(({ headers }, response) => {
      expect(headers["accept-encoding"]).toBe("identity");
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb);
    });
    expect(outcome).toMatchObject({ kind: "answered", status: 200, text: "" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * MB);
  });
});

describe("no answer", () => {
  test("of a name that nobody has", async () => {
    const outcome = await client({}, await names(() => [])).post(callTo(`https://${NAME}/`), PATIENCE);
    expect(outcome).toMatchObject({ kind: "failed", failure: "name", code: "ENOTFOUND" });
  });

  test("of DNS servers that are silent", async () => {
    const began = performance.now();
    const outcome = await client({}, await names(() => null)).post(callTo(`https://${NAME}/`), PATIENCE);
    expect(outcome).toMatchObject({ kind: "failed", failure: "name", phase: "resolving" });
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test("of a port where nobody listens", async () => {
    const { port } = await answering(() => undefined);
    for (const end of ends.splice(0)) await end();
    const guarded = client({ allow: [HERE] }, await names(() => ["127.0.0.1"]));
    const outcome = await guarded.post(callTo(`http://${NAME}:${port}/`), PATIENCE);
    expect(outcome).toMatchObject({ kind: "failed", failure: "connect", code: "ECONNREFUSED" });
  });

  test("of a certificate that nobody trusts", async () => {
    const { port } = await listening(createSecureServer(SELF_SIGNED));
    const guarded = client({ allow: [HERE] }, await names(() => ["127.0.0.1"]));
    const outcome = await guarded.post(callTo(`https://${NAME}:${port}/`), PATIENCE);
    expect(outcome).toMatchObject({ kind: "failed", failure: "tls", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });

  test("of a receiver that hangs up", async () => {
    expect(await answerOf(({ socket }) => socket.destroy())).toMatchObject({
      kind: "failed",
      failure: "broken",
      code: "ECONNRESET",
    });
  });

  test("of one that says nothing, or its head a byte at a time", async () => {
    const late = { kind: "failed", failure: "timeout", phase: "answering" };
    expect(await answerOf(() => undefined, { headMs: 300 })).toMatchObject(late);
    const { port } = await listening(
      createSocketServer((socket) => {
        socket.write("HTTP/1.1 200 OK\r\nX: ");
        const timer = setInterval(() => socket.write("x"), 20);
        socket.on("close", () => clearInterval(timer));
      }),
    );
    const guarded = client({ allow: [HERE] }, await names(() => ["127.0.0.1"]));
    expect(await guarded.post(callTo(`http://${NAME}:${port}/`), { headMs: 300 })).toMatchObject(late);
  });

  test("of one whose head has no end", async () => {
    const outcome = await answerOf(({ socket }) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const goOn = () => {
        while (!socket.destroyed && socket.write(`X: ${"y".repeat(1_000)}\r\n`));
      };
      socket.on("drain", goOn);
      goOn();
    });
    expect(outcome).toMatchObject({ kind: "failed", failure: "broken" });
  });

  test("when the process stops", async () => {
    const stop = new AbortController();
    const [{ port }, server] = [await answering(() => stop.abort()), await names(() => ["127.0.0.1"])];
    const guarded = client({ allow: [HERE] }, server);
    await expect(
      guarded.post(callTo(`http://${NAME}:${port}/`), { ...PATIENCE, signal: stop.signal }),
    ).rejects.toThrow();
  });
});

test("an address of the app itself is reached wherever it is, over a connection of its own", async () => {
  const own = await answering((_, response) => response.end("ours"));
  for (let time = 1; time <= 2; time++) {
    const { way, outcome } = await postToOwn(callTo(`http://localhost:${own.port}/`), PATIENCE);
    expect(outcome).toMatchObject({ kind: "answered", status: 200, text: "ours" });
    expect(way.phase).toBe("answering");
    expect(way.address).toMatch(/^(?:127\.0\.0\.1|::1)$/);
    expect(own.connections()).toBe(time);
  }
});
