import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SpoolFile } from "./file.ts";
import { spoolFiles } from "./look.ts";

const AMPLE = { bytesMax: 2 ** 30, ageMsMax: 48 * 3_600_000, freeBytesMin: 0 };
const NOW = new Date("2026-11-30T12:00:00Z");

test("what a dead process left is counted and stays, what a process has is left to it, and nothing is made", () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-spool-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(spoolFiles(join(folder, "nowhere"))).toEqual([]);
  const open = (slot: number) => {
    const file = SpoolFile.open(join(folder, `spool-${slot}.sqlite`), AMPLE);
    if (!file) throw new Error("someone has it");
    return file;
  };
  const arrival = (ms: number) => ({
    storeHash: "abc",
    body: Buffer.from("{}"),
    headers: {},
    proof: "both" as const,
    arrivedAt: new Date(NOW.getTime() + ms),
    isMarked: false,
    isDemo: false,
  });
  const left = open(1);
  left.append([arrival(2), arrival(1), arrival(0)], NOW);
  left.setAside(left.page(1)[0]?.id ?? 0);
  left.close();
  const used = open(2);
  used.append([arrival(0)], NOW);
  writeFileSync(join(folder, "spool-10.sqlite"), "no database at all, whatever its name");
  writeFileSync(join(folder, "notes.txt"), "");

  for (let time = 0; time < 2; time++)
    expect(spoolFiles(folder)).toMatchObject([
      { name: "spool-1.sqlite", state: "left", waiting: 2, aside: 1, oldestAt: new Date(NOW.getTime() + 1) },
      { name: "spool-2.sqlite", state: "in use", waiting: null },
      { name: "spool-10.sqlite", state: "unreadable", waiting: null, bytes: 37 },
    ]);
  used.close();
  expect(open(1).page(10)).toHaveLength(3);
});
