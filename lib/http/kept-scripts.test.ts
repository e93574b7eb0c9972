import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptScripts, scriptIn } from "./kept-scripts.ts";

let dir: string;
let server: Server;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "webhook-keeper-kept-"));
  write("own/chunks/own.js", "own");
  write("kept/11111111/chunks/own.js", "not served from here");
  write("kept/11111111/chunks/old.js", "old");
  write("kept/.22222222-7/chunks/unfinished.js", "unfinished");
  write("kept/secret.js", "beside the builds");
  write("secret.js", "above the builds");
  const answer = keptScripts(join(dir, "own"), join(dir, "kept"));
  server = createServer((asked, response) => {
    void answer(asked, response).then(
      (isAnswered) => isAnswered || response.writeHead(404).end("left to others"),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, ".."), { recursive: true });
  writeFileSync(join(dir, path), text);
}

/** Asks for an address as it is written; `fetch` would straighten it first. */
async function ask(path: string, method = "GET") {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const asked = request({ port, host: "127.0.0.1", path, method, agent: false }).end();
  const [response] = await once(asked, "response");
  let body = "";
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode as number, body, headers: response.headers as Record<string, string> };
}

test("a script of another build is served, for as long as a browser likes to keep it", async () => {
  const { status, body, headers } = await ask("/_next/static/chunks/old.js?dpl=11111111");
  expect([status, body]).toEqual([200, "old"]);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["content-type"]).toMatch(/^application\/javascript/);
  expect(await ask("/_next/static/chunks/old.js", "HEAD")).toMatchObject({ status: 200, body: "" });
});

test("a build that is kept later is found", async () => {
  const path = "/_next/static/chunks/new.js";
  expect((await ask(path)).status).toBe(404);
  write("kept/33333333/chunks/new.js", "new");
  expect(await ask(path)).toMatchObject({ status: 200, body: "new" });
});

test.each([
  ["the build's own", "/_next/static/chunks/own.js"],
  ["no build's", "/_next/static/chunks/none.js"],
  ["still being kept", "/_next/static/chunks/unfinished.js"],
  ["a folder", "/_next/static/chunks"],
  ["beside the builds", "/_next/static/../secret.js"],
  ["above the builds", "/_next/static/../../secret.js"],
  ["above the builds, from further down", "/_next/static/chunks/../../../secret.js"],
  ["above the builds, encoded", "/_next/static/%2e%2e/%2e%2e/secret.js"],
  ["above the builds, slashes encoded", "/_next/static/..%2f..%2fsecret.js"],
  ["above the builds, by backslashes", "/_next/static/..\\..\\secret.js"],
  ["an absolute path", "/_next/static//etc/hostname"],
  ["elsewhere", "/chunks/old.js"],
])("what is %s is left to others: %s", async (_what, path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: "left to others" });
});

test("nothing but reading is answered", async () => {
  expect((await ask("/_next/static/chunks/old.js", "POST")).status).toBe(404);
});

test.each([
  ["/_next/static/chunks/0ab-_.~x.js", "chunks/0ab-_.~x.js"],
  ["/_next/static/-a_b/_buildManifest.js?dpl=1&x=/../", "-a_b/_buildManifest.js"],
  ["/_next/static/media/a.b.woff2", "media/a.b.woff2"],
  ["/_next/static/", null],
  ["/_next/static/a//b.js", null],
  ["/_next/static/a/.b.js", null],
  ["/_next/static/a.js#b", null],
  ["/_next/data/a.js", null],
])("%s asks for %s", (url, name) => {
  expect(scriptIn(url)).toBe(name);
});
