import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { DestinationAuth } from "#lib/contract/destinations.ts";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { makeRequest } from "./request.ts";
import { forgetToken, tokenOf, TokenFailed } from "./token.ts";

type OAuth = Extract<DestinationAuth, { kind: "oauth" }>;
const NOW = new Date();
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
let ids = 0;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server of tokens, and a destination of its own that asks it. */
async function asking(answer: (response: ServerResponse, time: number) => void) {
  const asked: { authorization: string | undefined; body: string }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push({ authorization: request.headers.authorization, body });
      response.setHeader("content-type", "application/json");
      answer(response, asked.length);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const tokenUrl = `http://127.0.0.1:${port}/token`;
  const auth: OAuth = {
    kind: "oauth",
    tokenUrl,
    clientId: "keeper",
    clientSecret: "s:ecret",
    scope: "write",
  };
  const whose = { id: `token-${ids++}`, version: 1 };
  return { asked, auth, whose, at: (seconds: number) => tokenOf(whose, auth, later(seconds)) };
}

const granting = (lasts?: number) =>
  asking((response, time) =>
    response.end(JSON.stringify({ access_token: `t${time}`, token_type: "bearer", expires_in: lasts })),
  );

test("one token serves many deliveries until it is about to end, asked for as OAuth says", async () => {
  const { asked, at } = await granting(3_600);
  expect(await Promise.all(Array.from({ length: 20 }, () => at(0)))).toEqual(
    Array.from({ length: 20 }, () => "t1"),
  );
  expect([await at(3_569), await at(3_571)]).toEqual(["t1", "t2"]);
  expect(asked[0]).toEqual({
    authorization: `Basic ${btoa("keeper:s%3Aecret")}`,
    body: "scope=write&grant_type=client_credentials",
  });
  expect(asked).toHaveLength(2);
});

test("many that find it ended ask once", async () => {
  const { asked, at } = await granting(60);
  await at(0);
  expect(await Promise.all([at(31), at(31), at(31)])).toEqual(["t2", "t2", "t2"]);
  expect(asked).toHaveLength(2);
});

test("a token that says no end lasts five minutes; one that is forgotten, or of older settings, is asked for anew", async () => {
  const { whose, auth, at } = await granting();
  expect([await at(0), await at(260), await at(271)]).toEqual(["t1", "t1", "t2"]);
  forgetToken(whose);
  expect(await at(271)).toBe("t3");
  expect(await tokenOf({ ...whose, version: 2 }, auth, later(271))).toBe("t4");
});

test("a token of 60 KB is read whole; an answer of more than 64 KB is none", async () => {
  const { at } = await asking((response, time) => {
    const value = "t".repeat(time === 1 ? 60_000 : 66_000);
    response.end(JSON.stringify({ access_token: value, token_type: "bearer", expires_in: 60 }));
  });
  expect(await at(0)).toBe("t".repeat(60_000));
  await expect(at(60)).rejects.toMatchObject({ judged: { failure: "TOKEN_ANSWER_WRONG" } });
});

test("it is what a request proves itself by", async () => {
  const { auth, whose } = await granting(60);
  const { headers } = await makeRequest(aDestination({ ...whose, auth }), anEvent(), {
    attempt: 1,
    now: NOW,
  });
  expect(headers).toMatchObject({ authorization: "Bearer t1" });
});

test.each([
  [401, `{"error":"invalid_client","error_description":"ana@example.com"}`, "TOKEN_REFUSED invalid_client"],
  [400, `{"error":"b ad"}`, "TOKEN_ANSWER_WRONG"],
  [500, "oops", "TOKEN_ANSWER_WRONG"],
  [200, "{}", "TOKEN_ANSWER_WRONG"],
  [204, "", "TOKEN_ANSWER_WRONG"],
  [302, "", "TOKEN_ANSWER_WRONG"],
])("an answer %d %s fails by %s, and the next delivery asks again", async (status, body, failure) => {
  const { asked, at } = await asking((response) => response.writeHead(status).end(body));
  for (const count of [1, 2]) {
    const error = await at(0).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TokenFailed);
    expect(error).toMatchObject({ judged: { outcome: "ill", failure, turnsOff: false } });
    expect(asked).toHaveLength(count);
  }
});

test("a server that is refused, or silent, is told by a code", async () => {
  const { auth } = await granting();
  const failing = (tokenUrl: string) =>
    tokenOf({ id: `token-${ids++}`, version: 1 }, { ...auth, tokenUrl }, NOW).catch(
      (thrown: unknown) => thrown,
    );
  const refused = { outcome: "refused", failure: "TOKEN_ADDRESS_REFUSED", turnsOff: true };
  expect(await failing("https://10.0.0.1/")).toMatchObject({ judged: refused });
  expect(await failing("http://127.0.0.1:9/")).toMatchObject({
    judged: { failure: "TOKEN_SERVER_UNREACHABLE" },
  });
});
