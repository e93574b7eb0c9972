import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fingerprintOfSources } from "#lib/builds/fingerprint.ts";
import { distDirOf, isBuilt, keepScripts } from "#lib/builds/folders.ts";
import { buildWhenStale } from "#scripts/builds.ts";
import { PROJECT_DIR } from "#scripts/child.ts";
import { openSession } from "#tests/bench/session.ts";
import { freePort } from "#tests/lab/lab.ts";
import { whenServing, type Version } from "#tests/lab/members.ts";
import type { FrontName } from "./front.ts";
import { openPages } from "./open-page.ts";
import { startPair } from "./pair.ts";
import { renamedBuild } from "./renamed-build.ts";
import type { LoadReport } from "./steady-load.ts";

const LOOK_MS = 50;
/** Far more than a few sections take, whatever else the machine does. */
const WALKED_WITHIN_MS = 60_000;

/** The version before and this one; each knows the scripts of both. */
export interface Versions {
  before: Version;
  now: Version;
  /** Names of their builds. */
  builds: string[];
  remove(): void;
}

/** What came of an upgrade and of the roll-back after it. */
export interface UpgradeReport {
  load: LoadReport;
  /** How processes ended. */
  ends: string[];
  /** Sections that somebody came to meanwhile. */
  visits: number;
  /** Names of the builds whose scripts browsers fetched. */
  builds: string[];
  /** What browsers complained about. */
  faults: string[];
}

/** This version, and itself under other names in the place of the one before: see `renamedBuild`. */
export async function thisVersionTwice(): Promise<Versions> {
  const own = join(PROJECT_DIR, await buildWhenStale());
  const copy = renamedBuild(own);
  const versions = together(
    { projectDir: PROJECT_DIR, folder: copy },
    { projectDir: PROJECT_DIR, folder: own },
  );
  return {
    ...versions,
    remove: () => {
      versions.remove();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** This version, and another one that lies in a folder of its own, installed and built. */
export async function thisVersionAfter(projectDir: string): Promise<Versions> {
  const folder = join(projectDir, distDirOf(fingerprintOfSources(projectDir)));
  if (!isBuilt(folder)) throw new Error(`There is no build of its sources in ${projectDir}`);
  return together(
    { projectDir, folder },
    { projectDir: PROJECT_DIR, folder: join(PROJECT_DIR, await buildWhenStale()) },
  );
}

interface Built {
  projectDir: string;
  /** Where the build lies. */
  folder: string;
}

function together(before: Built, now: Built): Versions {
  const scriptsDir = mkdtempSync(join(tmpdir(), "webhook-keeper-scripts-"));
  for (const { folder } of [before, now]) keepScripts(folder, basename(folder), scriptsDir);
  const versionOf = ({ projectDir, folder }: Built): Version => ({
    script: join(projectDir, "server.ts"),
    settings: { NEXT_DIST_DIR: relative(projectDir, folder), SCRIPTS_DIR: scriptsDir },
  });
  return {
    before: versionOf(before),
    now: versionOf(now),
    builds: [before, now].map(({ folder }) => basename(folder)),
    remove: () => rmSync(scriptsDir, { recursive: true, force: true }),
  };
}

/**
 * Plays docs/upgrading.md behind a proxy, under deliveries and with pages open: two processes of the version before are
 * replaced one after the other, and then this version's by those of the one before.
 * @param visits How many sections somebody comes to between one step and the next.
 */
export async function playUpgrade(
  name: FrontName,
  { before, now }: Versions,
  { perSecond, visits }: { perSecond: number; visits: number },
): Promise<UpgradeReport> {
  const simulatorPort = await freePort();
  const bigcommerce = { BIGCOMMERCE_API_URL: `http://127.0.0.1:${simulatorPort}` };
  const withPages = ({ script, settings }: Version) => ({
    script,
    settings: { ...bigcommerce, ...settings },
  });
  const pair = await startPair(withPages(before));
  const closings = [() => pair.close()];
  try {
    await pair.lab.start("tests/bench/servers/simulator.ts", { PORT: String(simulatorPort), STORES: "1" });
    const sender = await pair.lab.addStore("bench0", "token of bench0");
    const { storeHash } = sender;
    const front = await pair.startFront(name);
    closings.push(() => front.stop());
    const pages = await openPages(front, storeHash, await openSession(storeHash));
    closings.push(() => pages.close());
    const walkOn = async () => {
      const wanted = pages.visits() + visits;
      for (const endAt = performance.now() + WALKED_WITHIN_MS; pages.visits() < wanted; await pause(LOOK_MS))
        if (performance.now() > endAt) throw new Error(`No page came any more:\n${pages.faults.join("\n")}`);
    };
    const load = pair.startLoad(front, perSecond, sender);
    const ends: string[] = [];
    for (const version of [now, before]) {
      for (const index of [0, 1] as const) {
        await walkOn();
        ends.push(await pair.restart(index, "SIGTERM", withPages(version)));
        await whenServing(pair.appPorts[index]);
      }
      await walkOn();
      // What one tab has shown since the beginning is of the version before, which nobody serves now.
      if (version === now) await pages.openLate();
    }
    const walked = pages.visits();
    await pages.close();
    return {
      load: await load.end(pair.readLog),
      ends,
      visits: walked,
      builds: [...pages.builds].toSorted(),
      faults: pages.faults,
    };
  } finally {
    for (const close of closings.toReversed()) await close();
  }
}
