import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { notedAddress, startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import type { DatabaseReport } from "#scripts/database.ts";

let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-embedded-"));
  // As root the server runs as another user, who has to get through.
  chmodSync(dataDir, 0o711);
  const database = await startEmbeddedDatabase({ dataDir });
  await ask(database.url, "CREATE TABLE kept (id integer PRIMARY KEY)");
  await database.stop();
});
afterAll(() => {
  // The data itself may lie elsewhere, where root's server can reach it.
  for (const folder of [homeDir(), dataDir]) rmSync(folder, { recursive: true, force: true });
});

/** Starts the server of this file's folder; whatever becomes of the test, it does not outlive it. */
async function start() {
  const database = await startEmbeddedDatabase({ dataDir });
  onTestFinished(database.stop);
  return database;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const idsOf = async (url: string) => ask(url, "SELECT id FROM kept ORDER BY id");
const homeDir = () => readFileSync(join(dataDir, "database-location"), "utf8").trim();
const clusterDir = () => join(homeDir(), "cluster");
const notedPort = () => Number(readFileSync(join(dataDir, "database-port"), "utf8"));

test("what was committed is there after the server was killed", async () => {
  const first = await start();
  await ask(first.url, "INSERT INTO kept VALUES (1)");
  process.kill(first.pid, "SIGKILL");
  await first.ended;

  const second = await start();
  expect(await idsOf(second.url)).toContainEqual({ id: 1 });
});

test("a server that outlived its app is stopped, and its address works again", async () => {
  const orphan = await start();
  await ask(orphan.url, "INSERT INTO kept VALUES (2)");

  const next = await start();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(next.url).toBe(orphan.url);
  expect(await idsOf(next.url)).toContainEqual({ id: 2 });
});

test("a pid file whose number belongs to a stranger now is in nobody's way", async () => {
  writeFileSync(join(clusterDir(), "postmaster.pid"), `${process.pid}\n${clusterDir()}\n`);
  const database = await start();
  expect(await ask(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a pid file of a dead process is in nobody's way", async () => {
  writeFileSync(join(clusterDir(), "postmaster.pid"), `4194301\n${clusterDir()}\n`);
  const database = await start();
  expect(await ask(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a stranger on the noted port moves the server to another one", async () => {
  const stranger = createServer();
  const port = notedPort();
  await new Promise<void>((done) => stranger.listen(port, "127.0.0.1", done));
  onTestFinished(() => void stranger.close());
  const database = await start();
  expect(new URL(database.url).port).not.toBe(String(port));
});

test("a first start that was interrupted halfway leaves nothing in the way of the next", async () => {
  mkdirSync(`${clusterDir()}.new/base`, { recursive: true });
  const database = await start();
  expect(await ask(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("it is durable, in UTC and UTF-8, and reachable from this machine alone", async () => {
  const { url } = await start();
  const names = [
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "TimeZone",
    "server_encoding",
    "listen_addresses",
  ];
  const shown = await Promise.all(
    names.map(async (name) => Object.values((await ask(url, `SHOW ${name}`))[0] ?? {})[0]),
  );
  expect(shown).toEqual(["on", "on", "on", "UTC", "UTF8", "127.0.0.1"]);
});

test("another process of this folder finds the running server", async () => {
  const { url } = await start();
  expect(notedAddress(dataDir)).toBe(url);
  expect(await ask(notedAddress(dataDir), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("nobody comes in without the password", async () => {
  const url = new URL((await start()).url);
  url.password = "guess";
  await expect(ask(url.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

test("the server ends with the process that asked for it", async () => {
  const owner = fork(resolve(import.meta.dirname, "../../scripts/database.ts"), [
    JSON.stringify({ dataDir }),
  ]);
  const [report] = (await once(owner, "message")) as [DatabaseReport]; // sent by our own script
  if (report.type === "failed") throw new Error(report.message);
  // What the system does to the channel when a process is killed.
  owner.disconnect();
  await once(owner, "exit");
  expect(isAlive(report.pid)).toBe(false);
});
