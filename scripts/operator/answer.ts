import { writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "#lib/config/config.ts";
import { sentenceOfTry, tryWays } from "#lib/features/alarms/try.ts";
import { mayPurge, purgeNow, requestCheck, type Outcome } from "#lib/features/operator/act.ts";
import { partitionRows, refusalRows } from "#lib/features/operator/database.records.ts";
import { doctorReport } from "#lib/features/operator/doctor.ts";
import { dropJob, queueRows, runAgain, stuckJobs } from "#lib/features/operator/queue.records.ts";
import { spoolFiles } from "#lib/features/receiver/spool/look.ts";
import { storeDetails, storesPage, type StoreDetails } from "#lib/features/operator/stores.ts";
import { firstOfHours } from "#lib/time.ts";
import { checkDatabase } from "#scripts/check-database.ts";
import { PROJECT_DIR } from "#scripts/child.ts";
import { EXIT, type Order } from "./order.ts";
import { asTable, cellText, sizeText, type Cell } from "./table.ts";

/** What a command came to: for programs, for people, and as an exit code. */
export interface Answer {
  data: unknown;
  lines: string[];
  exitCode: number;
}

/** What comes from the terminal. */
export interface Terminal {
  /** Asks the person to type a word, and says whether they did; never where no person is there. */
  confirm(question: string, word: string): Promise<boolean>;
  signal: AbortSignal;
}

const REFUSALS_MAX = 200;

/**
 * Does what an order says. The database's address is in the settings by then; a test of the operator's alarms needs none.
 * @throws when the database does not answer.
 */
export async function answerTo(order: Order, terminal: Terminal, now: Date): Promise<Answer> {
  switch (order.command) {
    case "stores": {
      const page = await storesPage(order, now);
      const rows = page.stores.map(
        ({ hash, name, state, verdict, lastEventAt, lagMs, checkedAt, checkFailure }) => ({
          hash,
          name,
          state,
          verdict,
          "last event": lastEventAt,
          lag: lagMs === null ? null : `${(lagMs / 1_000).toFixed(1)} s`,
          checked: checkedAt,
          failure: checkFailure,
        }),
      );
      return listed(page, rows, now, page.next);
    }
    case "store": {
      const store = await storeDetails(order.hash, now);
      return store
        ? { data: store, lines: storeLines(store, now), exitCode: EXIT.done }
        : noStore(order.hash);
    }
    case "check":
      return told(await requestCheck(order.hash));
    case "purge":
      return purge(order, terminal);
    case "queue": {
      const rows = await queueRows();
      const shown = rows.map(({ dueSince, ...row }) => ({ ...row, "oldest due": dueSince }));
      return listed(rows, shown, now);
    }
    case "stuck":
      return stuck(order, now);
    case "refusals": {
      const rows = await refusalRows(firstOfHours(order.hours, now), REFUSALS_MAX);
      const shown = rows.map(({ storeHash, reason, count, firstAt, lastAt }) => ({
        store: storeHash || "(none of ours)",
        reason,
        count,
        first: firstAt,
        last: lastAt,
      }));
      return listed(rows, shown, now);
    }
    case "partitions": {
      const rows = await partitionRows();
      return listed(
        rows,
        rows.map(({ bytes, ...row }) => ({ ...row, size: sizeText(bytes) })),
        now,
      );
    }
    case "spool":
      return spool(now);
    case "doctor":
      return doctor(order.file, now);
    case "test-alert":
      return testAlert(terminal, now);
  }
}

function listed(
  data: unknown,
  rows: readonly Readonly<Record<string, Cell>>[],
  now: Date,
  next: string | null = null,
): Answer {
  const lines = rows.length === 0 ? ["None."] : asTable(rows, now);
  if (next !== null) lines.push("", `More: --after ${next}`);
  return { data, lines, exitCode: EXIT.done };
}

const noStore = (hash: string): Answer => told({ kind: "not_found", sentence: `There is no store ${hash}.` });

const CODES = { done: EXIT.done, not_found: EXIT.notFound, refused: EXIT.refused } as const;

const told = (outcome: Outcome): Answer => ({
  data: outcome,
  lines: [outcome.sentence],
  exitCode: CODES[outcome.kind],
});

async function purge(
  order: Extract<Order, { command: "purge" }>,
  { confirm, signal }: Terminal,
): Promise<Answer> {
  const may = await mayPurge(order.hash);
  if (may.kind !== "done") return told(may);
  const isMeant = order.yes || (await confirm(`${may.sentence} Type ${order.hash} to go on: `, order.hash));
  if (!isMeant)
    return told({ kind: "refused", sentence: "Nothing was deleted: say --yes, or type the store's hash." });
  return told(await purgeNow(order.hash, { clock: () => new Date(), signal }));
}

async function stuck(order: Extract<Order, { command: "stuck" }>, now: Date): Promise<Answer> {
  if (order.id !== undefined) {
    const isDone = await (order.act === "run" ? runAgain(order.id) : dropJob(order.id));
    const done = order.act === "run" ? `Job ${order.id} is tried again.` : `Job ${order.id} is dropped.`;
    return told(
      isDone
        ? { kind: "done", sentence: done }
        : { kind: "not_found", sentence: `There is no job ${order.id} that was given up.` },
    );
  }
  const found = await stuckJobs(order.after, order.limit + 1);
  const jobs = found.slice(0, order.limit);
  const next = found.length > order.limit ? (jobs.at(-1)?.id ?? null) : null;
  const shown = jobs.map(({ id, storeHash, ...job }) => ({ id, store: storeHash, ...job }));
  return listed({ jobs, next }, shown, now, next);
}

/** `npm start` gives its processes a folder that no setting names. */
function spool(now: Date): Answer {
  const { spoolDir, dataDir } = parseConfig(process.env);
  const folder = spoolDir ?? (process.env.SPOOL_DIR ? null : join(dataDir, "spool"));
  const files = folder === null ? [] : spoolFiles(folder);
  const rows = files.map(({ name, bytes, oldestAt, changedAt, ...file }) => ({
    file: name,
    ...file,
    oldest: oldestAt,
    size: sizeText(bytes),
    changed: changedAt,
  }));
  return listed({ folder, files }, rows, now);
}

async function doctor(file: string | undefined, now: Date): Promise<Answer> {
  const text = await doctorReport(
    {
      projectDir: PROJECT_DIR,
      variables: process.env,
      checkServer: (url) => checkDatabase(url, parseConfig(process.env)),
    },
    now,
  );
  if (file === "-")
    return { data: JSON.parse(text) as unknown, lines: [text.trimEnd()], exitCode: EXIT.done };
  const stamp = now
    .toISOString()
    .replaceAll(/[^0-9]/g, "")
    .slice(0, 14);
  const path = file ?? join(tmpdir(), `webhook-keeper-doctor-${stamp}.json`);
  writeFileSync(path, text, { mode: 0o600 });
  return {
    data: { file: path },
    lines: [`Wrote ${path}. Secrets and personal data are left out; read it before you send it.`],
    exitCode: EXIT.done,
  };
}

async function testAlert({ signal }: Terminal, now: Date): Promise<Answer> {
  const { operator, appUrl } = parseConfig(process.env);
  if (!operator)
    return told({
      kind: "refused",
      sentence: "No one is told: neither OPERATOR_EMAIL nor OPERATOR_WEBHOOK_URL is set.",
    });
  const tried = await tryWays(operator, { place: hostname(), appUrl, now }, signal);
  const isTold = tried.every(({ result }) => result === "delivered");
  return { data: tried, lines: tried.map(sentenceOfTry), exitCode: isTold ? EXIT.done : EXIT.failed };
}

function storeLines(store: StoreDetails, now: Date): string[] {
  const { webhooks, troubled, refusals, destinations, sentence } = store;
  const facts: Record<string, Cell> = {
    Store: store.hash,
    Name: store.name,
    Domain: store.domain,
    State: store.state,
    Verdict: store.verdict,
    Installed: store.installedAt,
    Removed: store.removedAt,
    Checked: store.checkedAt,
    "Check failed": store.checkFailure,
    "Last event": store.lastEventAt,
    "Lag of it": store.lagMs === null ? null : `${(store.lagMs / 1_000).toFixed(1)} s`,
    Webhooks: `${webhooks.healthy} of ${webhooks.wanted} well`,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(13)} ${cellText(value, now)}`);
  const tables: [string, Record<string, Cell>[]][] = [
    ["Webhooks that need a look", troubled],
    ["Refused in 24 hours", Object.entries(refusals).map(([reason, count]) => ({ reason, count }))],
    ["Destinations", destinations.map((each) => ({ ...each }))],
  ];
  if (sentence !== null) lines.push("", sentence);
  for (const [title, rows] of tables) if (rows.length > 0) lines.push("", `${title}:`, ...asTable(rows, now));
  return lines;
}
