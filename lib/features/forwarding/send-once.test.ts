import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { sendOnce } from "./send-once.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A receiver that takes requests by these tokens alone, and gives tokens itself, each another one. */
async function receiver(taken: readonly string[]) {
  const came: IncomingHttpHeaders[] = [];
  let tokens = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === "/token") {
      response.setHeader("content-type", "application/json");
      return response.end(JSON.stringify({ access_token: `t${++tokens}`, token_type: "bearer" }));
    }
    came.push(request.headers);
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    return response.writeHead(taken.includes(token) ? 200 : 401).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  return { origin, came, tokens: () => tokens };
}

const oauth = (origin: string) => ({
  kind: "oauth" as const,
  tokenUrl: `${origin}/token`,
  clientId: "keeper",
  clientSecret: "secret",
  scope: "",
});
const how = { now: () => new Date(), signal: new AbortController().signal };

test("a token that is taken no longer is renewed once within the attempt", async () => {
  const { origin, came, tokens } = await receiver(["t1", "t2"]);
  const destination = aDestination({ id: "renewing", url: `${origin}/in`, auth: oauth(origin) });
  const send = () => sendOnce(destination, anEvent(), { attempts: 2, skipped: 0 }, how);
  expect([await send(), await send()]).toMatchObject([{ outcome: "delivered" }, { outcome: "delivered" }]);
  expect([came.length, tokens()]).toEqual([2, 1]);
  const strict = await receiver(["t2"]);
  const other = aDestination({ id: "strict", url: `${strict.origin}/in`, auth: oauth(strict.origin) });
  expect(await sendOnce(other, anEvent(), { attempts: 2, skipped: 0 }, how)).toMatchObject({ status: 200 });
  expect(strict.came.map((headers) => headers["x-webhook-keeper-attempt"])).toEqual(["3", "3"]);
});

test("a receiver that takes no token at all is asked twice and no more", async () => {
  const { origin, came, tokens } = await receiver([]);
  const destination = aDestination({ id: "none", url: `${origin}/in`, auth: oauth(origin) });
  const judged = await sendOnce(destination, anEvent(), { attempts: 0 }, how);
  expect(judged).toMatchObject({ outcome: "ill", status: 401, failure: "RECEIVER_FAILED" });
  expect([came.length, tokens()]).toEqual([2, 2]);
  const bearer = aDestination({ url: `${origin}/in`, auth: { kind: "bearer", token: "x" } });
  expect(await sendOnce(bearer, anEvent(), { attempts: 0 }, how)).toMatchObject({ status: 401 });
  expect(came).toHaveLength(3);
});

test("what cannot be made is told, and nothing is sent", async () => {
  const { origin, came } = await receiver([]);
  const settings = { payload: "template", template: "nothing" } as const;
  const templated = aDestination({ url: `${origin}/in`, settings });
  expect(await sendOnce(templated, anEvent(), { attempts: 0 }, how)).toMatchObject({
    outcome: "broken",
    failure: "TEMPLATE_EMPTY",
  });
  const auth = oauth("http://127.0.0.1:9");
  expect(await sendOnce(aDestination({ id: "x", auth }), anEvent(), { attempts: 0 }, how)).toMatchObject({
    outcome: "ill",
    failure: "TOKEN_SERVER_UNREACHABLE",
  });
  expect(came).toHaveLength(0);
});
