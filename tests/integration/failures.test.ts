import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, chownSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { post, type Answer } from "#tests/lab/post.ts";
import { useReceiver } from "#tests/support/receiver.ts";

/** BigCommerce waits ten seconds or so; see docs/operations.md for the bounds that add up to less. */
const ANSWER_MS_MAX = 10_000;
/** Whatever was wrong, deliveries are taken again this long after it ended. */
const RECOVERY_MS_MAX = 5_000;

const receiver = useReceiver(400);

const url = () => `${receiver.app.origin}/api/webhooks/${receiver.lab.sender.storeHash}`;
/** Sends so many new deliveries at once. */
const burst = (count: number): Promise<Answer[]> =>
  Promise.all(
    signedDeliveries(count, receiver.lab.sender, new Date()).map((delivery) =>
      post(url(), receiver.agent, delivery),
    ),
  );
const statuses = (answers: Answer[]) => [...new Set(answers.map(({ status }) => status))];
const slowest = (answers: Answer[]) => Math.max(...answers.map(({ tookMs }) => tookMs));
const send = async () => (await burst(1))[0]?.status;
const health = async () =>
  (await (await fetch(`${receiver.app.origin}/api/health`)).json()) as Record<string, string>;
const recovers = () => expect.poll(send, { timeout: RECOVERY_MS_MAX, interval: 50 }).toBe(200);
const backends = async () => {
  const { rows } = await receiver.admin.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'webhook-keeper%'",
  );
  return rows.map(({ pid }) => pid);
};

test("all is well", async () => {
  expect(statuses(await burst(300))).toEqual([200]);
  expect(await health()).toMatchObject({ status: "ok", database: "ok", receiver: "ok" });
});

test("a database that takes no changes: 503 at once, health names it, and deliveries flow when it does again", async () => {
  const { pathname } = new URL(receiver.lab.databaseUrl);
  const setReadOnly = async (value: string) => {
    await receiver.admin.query(
      `ALTER DATABASE "${pathname.slice(1)}" SET default_transaction_read_only = ${value}`,
    );
    // It holds for new sessions, as after a fail-over.
    await receiver.admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'webhook-keeper%'",
    );
  };
  await setReadOnly("on");
  const answers = await burst(300);
  expect(statuses(answers)).toEqual([503]);
  expect(slowest(answers)).toBeLessThan(ANSWER_MS_MAX);
  expect(await health()).toMatchObject({ status: "failing", database: "failing", receiver: "failing" });
  await receiver.admin.query("SET default_transaction_read_only = off");
  await setReadOnly("off");
  await recovers();
  expect(await health()).toMatchObject({ status: "ok" });
});

test("a migration that holds the events: 503 within the time that BigCommerce waits, and back at once", async () => {
  const client = await receiver.admin.connect();
  await client.query("BEGIN; LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
  const answers = await burst(400);
  expect(statuses(answers)).toEqual([503]);
  expect(slowest(answers)).toBeLessThan(ANSWER_MS_MAX);
  await client.query("COMMIT");
  client.release();
  await recovers();
});

test("connections that are cut in the middle of a commit: 503, and back when the database has recovered", async () => {
  const client = await receiver.admin.connect();
  client.on("error", () => undefined);
  await client.query("BEGIN; LOCK TABLE events IN ACCESS EXCLUSIVE MODE");
  const answers = burst(40);
  const committing = async () => {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'webhook-keeper intake' AND wait_event_type = 'Lock'",
    );
    return rows.map(({ pid }) => pid);
  };
  await expect.poll(committing).not.toEqual([]);
  // PostgreSQL says nothing then, and ends all other connections as well.
  for (const pid of await committing()) process.kill(pid, "SIGKILL");
  client.release(true);
  expect(statuses(await answers)).toEqual([503]);
  await recovers();
});

test("a database that is silent: 503 within the time that BigCommerce waits, and back when it speaks", async () => {
  await burst(1);
  const stopped = [receiver.lab.databasePid(), ...(await backends())];
  try {
    for (const pid of stopped) process.kill(pid, "SIGSTOP");
    const answers = await burst(400);
    expect(statuses(answers)).toEqual([503]);
    expect(slowest(answers)).toBeLessThan(ANSWER_MS_MAX);
  } finally {
    for (const pid of stopped) if (isAlive(pid)) process.kill(pid, "SIGCONT");
  }
  await recovers();
});

test("a database that is gone: 503, health says so, and back when it is", async () => {
  process.kill(receiver.lab.databasePid(), "SIGQUIT");
  await expect.poll(() => isAlive(receiver.lab.databasePid())).toBe(false);
  const answers = await burst(300);
  expect(statuses(answers)).toEqual([503]);
  expect(slowest(answers)).toBeLessThan(ANSWER_MS_MAX);
  expect(await health()).toMatchObject({ status: "failing", database: "failing", receiver: "failing" });
  await receiver.lab.restartDatabase();
  await recovers();
});

describe("a full disk", () => {
  let mount: string;
  let isMounted: boolean;
  beforeAll(() => {
    mount = mkdtempSync(join(tmpdir(), "webhook-keeper-disk-"));
    isMounted = canMount(mount);
  });
  afterAll(() => {
    if (isMounted) execFileSync("umount", ["--lazy", mount]);
    rmSync(mount, { recursive: true, force: true });
  });

  test("503 while there is no room, nothing is lost or doubled, and back when there is", async () => {
    const disk = isMounted ? await realDisk(mount) : await pretendedDisk();
    const deliveries = signedDeliveries(1_000, receiver.lab.sender, new Date());
    const answers = await Promise.all(deliveries.map((delivery) => post(url(), receiver.agent, delivery)));
    await disk.fill();
    // The last pages may have room for a few.
    const refused = async () => {
      const sent = await burst(100);
      expect(slowest(sent)).toBeLessThan(ANSWER_MS_MAX);
      return statuses(sent);
    };
    await expect.poll(refused, { timeout: 10_000 }).toEqual([503]);
    expect(await health()).toMatchObject({ status: "failing", database: "ok", receiver: "failing" });
    await disk.makeRoom();
    await recovers();
    const acknowledged = deliveries.filter((_, index) => answers[index]?.status === 200);
    const { rows } = await receiver.admin.query("SELECT hash FROM events WHERE hash = ANY($1)", [
      acknowledged.map(({ hash }) => hash),
    ]);
    expect(rows).toHaveLength(acknowledged.length);
  });
});

/** A small disk of its own needs the right to mount one. */
function canMount(place: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", place], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

interface Disk {
  fill(): Promise<unknown>;
  makeRoom(): Promise<unknown>;
}

/** Moves the day's events to a disk of sixteen megabytes, and fills that. */
async function realDisk(mount: string): Promise<Disk> {
  const folder = join(mount, "space");
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = statSync(`/proc/${receiver.lab.databasePid()}`);
  chownSync(folder, uid, gid);
  await receiver.admin.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
  const { rows } = await receiver.admin.query<{ day: string }>(
    "SELECT tableoid::regclass::text AS day FROM events LIMIT 1",
  );
  await receiver.admin.query(`ALTER TABLE ${rows[0]?.day} SET TABLESPACE small`);
  await receiver.admin.query("CREATE TABLE ballast (bytes text) TABLESPACE small");
  await receiver.admin.query("ALTER TABLE ballast ALTER bytes SET STORAGE PLAIN");
  return {
    fill: async () => {
      for (let isFull = false; !isFull;) {
        isFull = await receiver.admin
          .query("INSERT INTO ballast SELECT repeat('x', 7000) FROM generate_series(1, 50)")
          .then(() => false)
          .catch((error: { code?: string }) => {
            if (error.code !== "53100") throw error;
            return true;
          });
      }
    },
    makeRoom: () => receiver.admin.query("DROP TABLE ballast"),
  };
}

/** Has PostgreSQL refuse what it would refuse on a full disk: the same error, raised by a trigger. */
async function pretendedDisk(): Promise<Disk> {
  return {
    fill: () =>
      receiver.admin.query(`
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE EXCEPTION ''No space left on device'' USING ERRCODE = ''53100''; END';
        CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON event_hours EXECUTE FUNCTION full_disk()`),
    makeRoom: () => receiver.admin.query("DROP FUNCTION full_disk CASCADE"),
  };
}

test("a stop under load: what has come is answered, the rest is not taken, and it ends in time", async () => {
  const answers: Answer[] = [];
  const ended = new AbortController();
  const worker = async () => {
    while (!ended.signal.aborted) answers.push(...(await burst(1)));
  };
  const workers = Array.from({ length: 16 }, worker);
  await expect.poll(() => answers.length).toBeGreaterThan(500);
  const told = performance.now();
  process.kill(receiver.app.pid, "SIGTERM");
  expect(await receiver.app.ended).toBe("exit code 0");
  expect(performance.now() - told).toBeLessThan(3_000);
  ended.abort();
  await Promise.all(workers);
  // Refused connections have no answer; whoever got one was served.
  expect(statuses(answers).toSorted((a, b) => a - b)).toEqual([0, 200]);
});
