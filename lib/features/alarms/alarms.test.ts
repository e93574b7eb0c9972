import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";
import { ALARM_NAMES, ALARMS } from "./alarms.ts";
import { decide, QUIET_MS, REMIND_MS, type Note } from "./decide.ts";
import { judge, type Observed } from "./judge.ts";
import { messageOf } from "./message.ts";
import { Notes } from "./notes.ts";
import { Shares } from "./shares.ts";
import { Steady } from "./steady.ts";

const SHARED = { workers: 1, jobs: [], stores: 10, refusedStores: 0, unknownMigrations: [] };
const WELL: Observed = {
  health: { database: "ok", migrations: "ok", receiver: "ok", spool: "empty", clock: "ok" },
  shared: SHARED,
  refusedShare: null,
  unprovenShare: 0,
  spool: { waiting: 0, aside: 0, bytes: 4_096 },
  freeBytes: 50 * 1024 ** 3,
};
const job = (task: string, failed: number, oldestDueSeconds: number) => ({ task, failed, oldestDueSeconds });
const ringing = (observed: Observed) =>
  [...judge(observed)].flatMap(([name, detail]) => (detail === null ? [] : [name]));
const health = (parts: Partial<Observed["health"]>): Observed => ({
  ...WELL,
  health: { ...WELL.health, ...parts },
});
const shared = (parts: Partial<NonNullable<Observed["shared"]>>): Observed => ({
  ...WELL,
  shared: { ...SHARED, ...parts },
});

test("when all is well everything is known, and nothing rings", () => {
  expect(ringing(WELL)).toEqual([]);
  expect([...judge(WELL).keys()]).toEqual(ALARM_NAMES);
});

test.each<[string, Observed]>([
  ["ReceiverFailing", health({ receiver: "failing" })],
  ["MigrationMissing", health({ migrations: "failing" })],
  ["ClockOff", health({ clock: "failing" })],
  ["SpoolFilling", health({ spool: "filling" })],
  ["SpoolFilling", health({ spool: "unusable" })],
  ["SpoolFilling", { ...WELL, spool: { waiting: 9, aside: 0, bytes: 2.1 * 1024 ** 3 } }],
  ["SpoolSetAside", { ...WELL, spool: { waiting: 0, aside: 1, bytes: 4_096 } }],
  ["DiskShort", { ...WELL, freeBytes: 1024 ** 3 }],
  ["DeliveriesRefused", { ...WELL, refusedShare: 0.06 }],
  ["DeliveriesUnproven", { ...WELL, unprovenShare: 0.21 }],
  ["NoWorker", shared({ workers: 0 })],
  ["JobsLate", shared({ jobs: [job("send-alert", 0, 301)] })],
  ["JobsLate", shared({ jobs: [job("reconcile-store", 0, 3_601)] })],
  ["JobsGivenUp", shared({ jobs: [job("send-alert", 1, 0)] })],
  ["TokensRefused", shared({ refusedStores: 3 })],
  ["DatabaseNewer", shared({ unknownMigrations: ["20990101_later"] })],
])("%s rings alone for what it is about", (name, observed) => {
  expect(ringing(observed)).toEqual([name]);
});

test("what may be so rings not", () => {
  expect(
    ringing(shared({ jobs: [job("reconcile-store", 0, 3_600), job("read-resources", 0, 9_999)] })),
  ).toEqual([]);
  expect(ringing(shared({ refusedStores: 2, stores: 2 }))).toEqual([]);
  expect(ringing(shared({ refusedStores: 3, stores: 15 }))).toEqual([]);
  expect(ringing(health({ spool: "draining" }))).toEqual([]);
});

test("of a database that is away nothing else is told that follows from it, and nothing taken back", () => {
  const away = { database: "failing", migrations: "failing", clock: "failing", spool: "filling" } as const;
  const verdicts = judge({ ...health(away), shared: null, spool: { waiting: 7, aside: 0, bytes: 4_096 } });
  expect([...verdicts].filter(([, detail]) => detail !== null)).toEqual([
    ["DatabaseUnreadable", expect.stringContaining("7 so far")],
  ]);
  for (const name of [
    "NoWorker",
    "JobsGivenUp",
    "ClockOff",
    "MigrationMissing",
    "DeliveriesRefused",
  ] as const)
    expect(verdicts.has(name), name).toBe(false);
  // A spool that refuses is told all the same.
  expect(ringing(health({ ...away, spool: "full" }))).toEqual(["DatabaseUnreadable", "SpoolFilling"]);
  const refusing = judge(health({ ...away, spool: "off", receiver: "failing" }));
  expect(refusing.get("DatabaseUnreadable")).toContain("503");
});

test("shares are of the last minutes, and are told of enough deliveries alone", () => {
  const shares = new Shares();
  const look = (minutes: number, taken: number, refused: number, unproven: number) =>
    shares.look({ taken, refused, unproven }, minutes * MINUTE_MS);
  expect(look(0, 1_000, 500, 500)).toEqual({ refusedShare: null, unprovenShare: null });
  expect(look(1, 1_004, 504, 519)).toEqual({ refusedShare: null, unprovenShare: null });
  expect(look(2, 1_010, 510, 530)).toEqual({ refusedShare: 0.5, unprovenShare: 0.75 });
  // Since minute 2 all was well; since minute 0 it was not.
  expect(look(4, 1_110, 510, 530)).toEqual({ refusedShare: null, unprovenShare: 30 / 140 });
  expect(look(14, 1_200, 510, 530)).toEqual({ refusedShare: null, unprovenShare: null });
});

test("an alarm rings when it has lasted, and is over when all was well for a minute", () => {
  const steady = new Steady();
  const look = (seconds: number, detail: string | null | undefined) =>
    steady
      .look(new Map(detail === undefined ? [] : [["NoWorker", detail] as const]), seconds * 1_000)
      .get("NoWorker");
  expect(look(0, null)).toBeUndefined();
  expect(look(60, null)).toBeNull();
  expect(look(70, "none")).toBeUndefined();
  // What is not known for a while changes nothing.
  expect(look(100, undefined)).toBeUndefined();
  expect(look(189, "none")).toBeUndefined();
  expect(look(190, "none")).toBe("none");
  expect(look(191, null)).toBeUndefined();
  expect(look(192, "none")).toBeUndefined();
  expect(look(200, null)).toBeUndefined();
  expect(look(260, null)).toBeNull();
});

test("it is told at its beginning, each day, and at its end; what comes and goes once an hour", () => {
  let note: Note | null = null;
  const turn = (isThere: boolean, atMs: number) => {
    const decision = decide(note, isThere, atMs);
    note = decision?.note ?? note;
    return decision?.tells ?? null;
  };
  expect(turn(false, 0)).toBeNull();
  expect(turn(true, 1_000)).toBe("began");
  expect(turn(true, REMIND_MS)).toBeNull();
  expect(turn(true, REMIND_MS + 1_000)).toBe("goes_on");
  expect(turn(false, REMIND_MS + 2_000)).toBe("ended");
  expect(turn(false, REMIND_MS + 3_000)).toBeNull();
  // Back within the hour: silent, and so is its end.
  expect(turn(true, REMIND_MS + MINUTE_MS)).toBeNull();
  expect(turn(false, REMIND_MS + 2 * MINUTE_MS)).toBeNull();
  expect(turn(true, REMIND_MS + 3 * MINUTE_MS)).toBeNull();
  expect(turn(true, REMIND_MS + 1_000 + QUIET_MS)).toBe("began");
  expect(note).toMatchObject({ sinceMs: REMIND_MS + 3 * MINUTE_MS, isTold: true });
  expect(turn(false, REMIND_MS + 2 * HOUR_MS)).toBe("ended");
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-notes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function notesIn(folder: string): Notes {
  const notes = new Notes(folder);
  onTestFinished(() => notes.close());
  return notes;
}

test("of the processes of a machine one tells, and a restart does not tell again", () => {
  const folder = join(newFolder(), "made");
  const began = new Date("2026-12-01T10:00:00Z");
  const [first, second] = [notesIn(folder), notesIn(folder)];
  expect(first.turn("NoWorker", true, began)).toEqual({ word: "began", since: began });
  expect(second.turn("NoWorker", true, began)).toBeNull();
  const restarted = notesIn(folder);
  expect(restarted.turn("NoWorker", true, began)).toBeNull();
  const later = new Date(began.getTime() + HOUR_MS);
  expect(restarted.turn("NoWorker", false, later)).toEqual({ word: "ended", since: began });
  expect(first.turn("NoWorker", false, later)).toBeNull();
});

test("where no file can be, or it breaks, the operator is told all the same", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "in the way"), "");
  const nowhere = notesIn(join(folder, "in the way"));
  expect(nowhere.turn("NoWorker", true, new Date())?.word).toBe("began");
  expect(nowhere.turn("NoWorker", true, new Date())).toBeNull();
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken", "alarms.sqlite"), "no database at all".repeat(100));
  expect(notesIn(join(folder, "broken")).turn("NoWorker", true, new Date())?.word).toBe("began");
});

test("a message says what is wrong, where, since when, and which page helps", () => {
  const since = new Date("2026-12-01T10:00:30Z");
  const facts = {
    place: "host-1",
    appUrl: "https://keeper.example.com",
    since,
    now: new Date("2026-12-01T10:05:00Z"),
  };
  const began = messageOf({ ...facts, alarm: "NoWorker", word: "began", detail: "Start\r\none <b>." });
  expect(began.subject).toBe("Keeper: No worker is alive: nothing is checked, repaired or sent on (host-1)");
  expect(began.text).toContain(
    "sent on. Start one <b>.\n\nSince 2026-12-01 10:00 UTC, on host-1.\n\nWhat to do: docs/runbook.md#noworker",
  );
  expect(began.html).toContain("Start one &lt;b&gt;.");
  expect(JSON.parse(began.body)).toMatchObject({
    type: "operator.alarm.began",
    text: expect.stringContaining("No worker is alive"),
    data: {
      alarm: "NoWorker",
      place: "host-1",
      page: "docs/runbook.md#noworker",
      since: since.toISOString(),
      endedAt: null,
    },
  });
  const ended = messageOf({ ...facts, alarm: "NoWorker", word: "ended", detail: "" });
  expect(ended.subject).toBe("Keeper: A worker is alive again (host-1)");
  expect(ended.text).toContain("From 2026-12-01 10:00 UTC to 2026-12-01 10:05 UTC, on host-1.");
  expect(JSON.parse(ended.body)).toMatchObject({ data: { endedAt: "2026-12-01T10:05:00.000Z" } });
});

test("every alarm leads to a page that is there", () => {
  const pages = new Map<string, Set<string>>();
  for (const { page } of Object.values(ALARMS)) {
    const [file = "", anchor] = page.split("#");
    const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^a-z0-9 ]/g, "")
        .replaceAll(" ", "-"),
    );
    pages.set(file, pages.get(file) ?? new Set(headings));
    expect(pages.get(file)?.has(anchor ?? ""), page).toBe(true);
  }
});
