import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { SpooledArrival } from "./arrivals.ts";
import { Detour } from "./detour.ts";
import type { SpoolBounds } from "./file.ts";
import { Spool } from "./spool.ts";

const AMPLE: SpoolBounds = { bytesMax: 2 ** 30, ageMsMax: 48 * 3_600_000, freeBytesMin: 0 };

let folder: string;
let folders = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "webhook-keeper-detour-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFolder = () => join(folder, String(folders++));

const arrival = (name: string, arrivedAt = new Date()): SpooledArrival => ({
  storeHash: "abc",
  body: Buffer.from(name),
  headers: {},
  proof: "both",
  arrivedAt,
  isMarked: false,
  isDemo: false,
});

/** A log that can be away, and that never takes some arrivals. */
class PretendedLog {
  isAway = false;
  /** Is back from the first try on. */
  comesBack = false;
  isInformed = true;
  readonly taken: string[] = [];
  readonly never = new Set<string>();
  readonly erased = new Set<string>();

  take = async ({ body }: SpooledArrival): Promise<void> => {
    await Promise.resolve();
    const name = Buffer.from(body).toString();
    if (this.comesBack) {
      this.comesBack = this.isAway = false;
      throw new Error("away until now");
    }
    if (this.isAway || this.never.has(name)) throw new Error("away");
    this.taken.push(name);
  };

  try = async (): Promise<void> => {
    await Promise.resolve();
    if (this.isAway) throw new Error("away");
  };

  erasedOf = async <A extends SpooledArrival>(arrivals: readonly A[]): Promise<Set<A>> => {
    await Promise.resolve();
    return new Set(arrivals.filter(({ body }) => this.erased.has(Buffer.from(body).toString())));
  };
}

const detourTo = async (log: PretendedLog, place: string, bounds = AMPLE) =>
  detourOf(log, await Spool.open({ folder: place, bounds }));

function detourOf(log: PretendedLog, spool: Spool): Detour {
  const detour = new Detour(spool, {
    commit: log.take,
    commitAlone: log.take,
    tryCommit: log.try,
    isInformed: () => Promise.resolve(log.isInformed),
    erased: (arrivals) => log.erasedOf(arrivals),
    giveUpWaiting: () => undefined,
  });
  onTestFinished(() => detour.close());
  return detour;
}

test("while the log is away all is kept, and comes to it oldest first when it is back, once, save what was erased", async () => {
  const log = new PretendedLog();
  log.isAway = true;
  const detour = await detourTo(log, newFolder());
  detour.start(false);
  expect([detour.isAway, detour.standing]).toEqual([false, "empty"]);
  detour.turn(new Error("away"));
  expect([detour.isAway, detour.standing]).toEqual([true, "filling"]);
  const names = Array.from({ length: 450 }, (_, index) => String(index));
  const fromMs = Date.now() - names.length;
  await Promise.all(names.map((name, index) => detour.keep(arrival(name, new Date(fromMs + index)))));
  expect([detour.waiting("abc"), detour.waiting("other")]).toEqual([450, 0]);
  log.isAway = false;
  // A start while the database was away knows nothing of the stores yet.
  log.isInformed = false;
  await expect.poll(() => detour.standing, { timeout: 1_500 }).toBe("filling");
  expect(log.taken).toEqual([]);
  log.isInformed = true;
  // The first one is tried alone.
  for (const name of ["0", "200"]) log.erased.add(name);
  await expect.poll(() => detour.standing).toBe("empty");
  expect(log.taken).toEqual(names.filter((name) => !log.erased.has(name)));
  expect(detour.waiting("abc")).toBe(0);
});

test("what no log takes is set aside, and keeps nothing else from it", async () => {
  const log = new PretendedLog();
  for (const name of ["3", "77"]) log.never.add(name);
  const place = newFolder();
  const first = await detourTo(log, place);
  first.turn(new Error("away"));
  first.start(true);
  for (let name = 0; name < 100; name++) await first.keep(arrival(String(name)));
  await expect.poll(() => first.standing).toBe("empty");
  expect(log.taken.toSorted()).toEqual(
    Array.from({ length: 100 }, (_, name) => String(name))
      .filter((name) => !log.never.has(name))
      .toSorted(),
  );
  await first.close();
  log.never.clear();
  log.taken.length = 0;
  const second = await detourTo(log, place);
  second.start(false);
  await expect.poll(() => log.taken).toEqual(["3", "77"]);
});

test("a database that comes back while one is tried alone gets that one, too", async () => {
  const log = new PretendedLog();
  log.isAway = log.comesBack = true;
  const place = newFolder();
  const spool = await Spool.open({ folder: place, bounds: AMPLE });
  const detour = detourOf(log, spool);
  await detour.keep(arrival("1"));
  detour.start(true);
  await expect.poll(() => detour.standing).toBe("empty");
  expect([log.taken, spool.aside]).toEqual([["1"], 0]);
});

test("beyond a bound it says no and tells so, until there is room", async () => {
  const log = new PretendedLog();
  log.isAway = true;
  const detour = await detourTo(log, newFolder(), { ...AMPLE, bytesMax: 400_000 });
  detour.start(true);
  const large = (name: string) => arrival(name.padEnd(150_000));
  await detour.keep(large("1"));
  await detour.keep(large("2"));
  await expect(detour.keep(large("3"))).rejects.toMatchObject({ code: "SPOOL_FULL_BYTES" });
  expect(detour.standing).toBe("full");
  await detour.keep(arrival("4"));
  expect(detour.standing).toBe("filling");
  log.isAway = false;
  await expect.poll(() => detour.standing).toBe("empty");
  expect(log.taken.map((name) => name.trim())).toEqual(["1", "2", "4"]);
});

test("one that lives brings what another left, and two never bring the same", async () => {
  const log = new PretendedLog();
  log.isAway = true;
  const place = newFolder();
  const [living, dying] = [await detourTo(log, place), await detourTo(log, place)];
  await Promise.all([living.keep(arrival("mine")), dying.keep(arrival("left"))]);
  living.start(true);
  await dying.close();
  log.isAway = false;
  await expect.poll(() => log.taken).toEqual(["mine", "left"]);
});

test("a folder that cannot be made is no reason not to start", async () => {
  expect(await Detour.openSpool("/dev/null/spool")).toBeNull();
});
