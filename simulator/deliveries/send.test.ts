import { createServer, type Server, type ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSender, type Outgoing, type Sender } from "./send.ts";

let sender: Sender;
let server: Server;
let url: string;
/** What the server has seen. */
const seen = { requests: 0, connections: 0 };
let answer: (response: ServerResponse) => void;
const ok = (response: ServerResponse) => void response.writeHead(200).end();

beforeEach(async () => {
  sender = createSender();
  Object.assign(seen, { requests: 0, connections: 0 });
  answer = ok;
  server = createServer((request, response) => {
    seen.requests += 1;
    request.resume().on("end", () => answer(response));
  }).on("connection", () => (seen.connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
});
afterEach(async () => {
  sender.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (more: Partial<Outgoing> = {}) =>
  sender.send({ url, headers: {}, body: "{}", timeoutMs: 10_000, pauseMs: 0, ...more });

/** Sends until a connection was used a second time, so that one lies open for the next request. */
async function warmUp(): Promise<void> {
  while (seen.connections >= seen.requests) {
    await send();
    await setImmediate();
  }
}

test("no answer in time on a connection that was kept open is one request, not two", async () => {
  await warmUp();
  const before = { ...seen };
  answer = () => undefined;
  expect(await send({ timeoutMs: 200 })).toMatchObject({ status: null, failure: "No answer in time" });
  expect(seen.connections).toBe(before.connections);
  answer = ok;
  // These come after a repetition of the one before, if there is one.
  for (let more = 1; more <= 3; more += 1) await send();
  expect(seen.requests).toBe(before.requests + 1 + 3);
});

test("a connection that its server had just closed is no failure", async () => {
  await warmUp();
  answer = (response) => {
    answer = ok;
    response.socket?.resetAndDestroy();
  };
  expect(await send()).toMatchObject({ status: 200, failure: null });
});

test("a server that is not there is a failure with a reason", async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await send()).toMatchObject({ status: null, failure: "No connection: ECONNREFUSED" });
});

test("a header that cannot be sent is a failure, not an exception", async () => {
  expect(await send({ headers: { "no header": "x" } })).toMatchObject({
    status: null,
    failure: expect.stringContaining("Cannot be sent"),
  });
});

test("a redirect is a failure and is not followed", async () => {
  answer = (response) => void response.writeHead(302, { location: "/elsewhere" }).end();
  expect(await send()).toMatchObject({ status: 302, failure: "Answered with status 302" });
  expect(seen.requests).toBe(1);
});
