import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SpooledArrival } from "./arrivals.ts";
import { SpoolFile, type SpoolBounds } from "./file.ts";
import { SpoolSlots } from "./slots.ts";

const AMPLE: SpoolBounds = { bytesMax: 2 ** 30, ageMsMax: 48 * 3_600_000, freeBytesMin: 0 };
const NOW = new Date("2026-11-30T12:00:00Z");

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "webhook-keeper-spool-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newPath = () => join(folder, `${files++}.sqlite`);

function openFile(path: string, bounds = AMPLE): SpoolFile {
  const file = SpoolFile.open(path, bounds);
  if (!file) throw new Error("someone has it");
  return file;
}

const arrival = (given: Partial<SpooledArrival> = {}): SpooledArrival => ({
  storeHash: "abc",
  body: Buffer.from("{}"),
  headers: { "webhook-id": "1" },
  proof: "both",
  arrivedAt: NOW,
  isMarked: false,
  isDemo: false,
  ...given,
});
const text = ({ body }: SpooledArrival) => Buffer.from(body).toString();

/** What a killed process leaves of a file: its bytes as they are, with no one who has it. */
function crashed(path: string): string {
  const copy = newPath();
  for (const end of ["", "-wal"])
    if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
  return copy;
}

test("whatever is done in whatever order, and however often the process is killed: what was kept and not removed is there", () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("append" as const),
        late: fc.array(fc.nat(50), { maxLength: 6 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("remove" as const), count: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("aside" as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("kill" as const, "reopen" as const) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let path = newPath();
      let file = openFile(path);
      let wanted: { name: string; arrivedAt: number }[] = [];
      let asides: typeof wanted = [];
      let name = 0;
      const inOrder = () => wanted.toSorted((a, b) => a.arrivedAt - b.arrivedAt);
      for (const each of steps) {
        if (each.kind === "append") {
          const come = each.late.map((ms) => ({ name: String(name++), arrivedAt: NOW.getTime() + ms }));
          file.append(
            come.map((one) => arrival({ body: Buffer.from(one.name), arrivedAt: new Date(one.arrivedAt) })),
            NOW,
          );
          wanted.push(...come);
        } else if (each.kind === "remove") {
          const page = file.page(each.count);
          file.remove(page.map(({ id }) => id));
          const gone = new Set(page.map(text));
          wanted = wanted.filter((one) => !gone.has(one.name));
        } else if (each.kind === "aside") {
          const [first] = file.page(1);
          if (!first) continue;
          file.setAside(first.id);
          asides.push(...wanted.filter((one) => one.name === text(first)));
          wanted = wanted.filter((one) => one.name !== text(first));
        } else {
          const next = each.kind === "kill" ? crashed(path) : path;
          file.close();
          path = next;
          file = openFile(path);
          wanted.push(...asides);
          asides = [];
        }
        expect(file.contents()).toEqual({
          byStore: new Map(wanted.length + asides.length > 0 ? [["abc", wanted.length]] : []),
          oldestAt: wanted.length > 0 ? new Date(inOrder()[0]?.arrivedAt ?? 0) : null,
          aside: asides.length,
        });
      }
      const left = file.page(1_000);
      expect(left.map(({ arrivedAt }) => arrivedAt.getTime())).toEqual(inOrder().map((one) => one.arrivedAt));
      expect(left.map(text).toSorted()).toEqual(wanted.map((one) => one.name).toSorted());
      file.close();
    }),
    { numRuns: 20 },
  );
});

test("an arrival comes back as it was given, whatever its bytes, and lies where its owner alone can read it", () => {
  const path = newPath();
  const file = openFile(path);
  const odd = arrival({
    body: Buffer.from([0, 255, 34, 0]),
    headers: { "x-é": "\0 ' \u2028" },
    isMarked: true,
    proof: "header",
  });
  file.append([odd], NOW);
  const [{ id, ...kept } = { id: 0 }] = file.page(1);
  expect(id).toBeGreaterThan(0);
  expect(kept).toEqual({ ...odd, body: new Uint8Array(odd.body) });
  for (const end of ["", "-wal"]) expect(statSync(`${path}${end}`).mode & 0o777).toBe(0o600);
  file.close();
});

test("beyond a bound nothing is taken, what is there stays, and there is room again when it left", () => {
  const large = arrival({ body: Buffer.alloc(600_000, "x") });
  const path = newPath();
  const file = openFile(path, { ...AMPLE, bytesMax: 1_000_000 });
  file.append([large], NOW);
  const full = { code: "SPOOL_FULL_BYTES" };
  expect(() => file.append([large], NOW)).toThrow(expect.objectContaining(full));
  file.append([arrival()], NOW);
  const page = file.page(9);
  expect(page).toHaveLength(2);
  const bytes = statSync(path).size;
  file.remove(page.map(({ id }) => id));
  file.append([large], NOW);
  expect(() => file.append([large], NOW)).toThrow(expect.objectContaining(full));
  file.remove(file.page(9).map(({ id }) => id));
  expect(statSync(path).size).toBeLessThan(Math.max(bytes, 60_000));
  expect(statSync(`${path}-wal`).size).toBe(0);
  file.close();

  const old = openFile(newPath(), { ...AMPLE, ageMsMax: 1_000 });
  old.append([arrival()], NOW);
  old.append([arrival()], new Date(NOW.getTime() + 1_000));
  const late = new Date(NOW.getTime() + 1_001);
  expect(() => old.append([arrival()], late)).toThrow(expect.objectContaining({ code: "SPOOL_FULL_AGE" }));
  expect(old.page(9)).toHaveLength(2);
  old.close();

  const crowded = openFile(newPath(), { ...AMPLE, freeBytesMin: 2 ** 60 });
  expect(() => crowded.append([arrival()], NOW)).toThrow(
    expect.objectContaining({ code: "SPOOL_FULL_DISK" }),
  );
  crowded.close();
});

test("what is known of stores is kept with it", () => {
  const store = (hash: string, retentionDays: number | null) => ({
    hash,
    sealed: [`s-${hash}`],
    isInstalled: true,
    retentionDays,
    part: 3,
  });
  const path = newPath();
  const file = openFile(path);
  file.keepStores([store("a", null), store("b", 5)], true);
  file.keepStores([store("b", 9), store("c", null)], false);
  file.close();
  const again = openFile(path);
  expect(again.stores()).toEqual([store("a", null), store("b", 9), store("c", null)]);
  again.keepStores([store("d", null)], true);
  expect(again.stores()).toEqual([store("d", null)]);
  again.close();
});

test("each process of a folder has a file of its own, and what a dead one left is taken over", () => {
  const shared = join(folder, "shared");
  const [first, second] = [new SpoolSlots(shared, AMPLE), new SpoolSlots(shared, AMPLE)];
  first.file.append([arrival({ body: Buffer.from("1") }), arrival({ body: Buffer.from("2") })], NOW);
  second.file.append([arrival({ body: Buffer.from("3"), arrivedAt: new Date(NOW.getTime() + 1) })], NOW);
  // It lives: nothing of it is touched.
  expect(second.takeOver()).toEqual({ taken: 0, unreadable: [] });
  first.close();
  expect(second.takeOver()).toEqual({ taken: 2, unreadable: [] });
  expect(second.file.page(9).map(text)).toEqual(["1", "2", "3"]);
  // One that starts gets the free file, and finds nothing twice.
  const third = new SpoolSlots(shared, AMPLE);
  expect(third.opened().contents.byStore).toEqual(new Map());
  second.close();
  third.close();
  const heir = new SpoolSlots(shared, AMPLE);
  expect(heir.takeOver()).toEqual({ taken: 3, unreadable: [] });
  expect(heir.file.page(9).map(text)).toEqual(["1", "2", "3"]);
  heir.close();
  expect(readdirSync(shared).filter((name) => name.endsWith(".sqlite"))).toEqual([
    "spool-1.sqlite",
    "spool-2.sqlite",
  ]);
  expect(statSync(shared).mode & 0o777).toBe(0o700);
});

test("a file that cannot be read is left as it is, and the next one is used", () => {
  const shared = join(folder, "broken");
  mkdirSync(join(shared, "spool-1.sqlite"), { recursive: true });
  const slots = new SpoolSlots(shared, AMPLE);
  slots.file.append([arrival()], NOW);
  expect(slots.takeOver()).toMatchObject({
    taken: 0,
    unreadable: [{ path: join(shared, "spool-1.sqlite") }],
  });
  slots.close();
});
