import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Detour } from "./detour.ts";
import { Spool } from "./spool.ts";

test("a database that comes back while one is tried alone gets that one, too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-detour-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bounds = { bytesMax: 1_000_000, ageMsMax: 60_000, freeBytesMin: 0 };
  const spool = await Spool.open({ folder, bounds });
  const tried: string[] = [];
  const detour = new Detour(spool, {
    commit: async () => void tried.push("together"),
    commitAlone: async () => {
      tried.push("alone");
      if (tried.length === 1) throw new Error("the database is away");
    },
    tryCommit: async () => void tried.push("trial"),
    isInformed: async () => true,
    giveUpWaiting: () => undefined,
  });
  await detour.keep({
    storeHash: "abc123",
    body: Buffer.from("{}"),
    headers: {},
    proof: "both",
    arrivedAt: new Date(),
    isMarked: false,
    isDemo: false,
  });
  detour.start(true);
  await expect.poll(() => detour.standing).toBe("empty");
  await detour.close();
  expect(tried).toEqual(["alone", "trial", "alone"]);
  expect(spool.aside).toBe(0);
});
