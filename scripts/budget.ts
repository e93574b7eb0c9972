// Checks the size of each screen: the JavaScript that a browser fetches before the screen works, gzipped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { ownBuild } from "./builds.ts";
import { say } from "./steps.ts";

/** Most kilobytes (1,000 bytes) of first-load JavaScript that a screen may need. */
const BUDGET_KB = 225;

const Routes = z.record(z.string(), z.string());
const BuildManifest = z.object({ rootMainFiles: z.array(z.string()) });
const ClientManifest = z.object({
  __RSC_MANIFEST: z.record(z.string(), z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) })),
});

const folder = ownBuild();
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const sizes = new Map<string, number>();

function gzippedBytes(chunk: string): number {
  const known = sizes.get(chunk) ?? gzipSync(read(chunk)).byteLength;
  sizes.set(chunk, known);
  return known;
}

/** Chunks that a page's document names: those of Next.js itself, of the layouts and of the page. */
function firstLoadChunks(page: string): Set<string> {
  const { rootMainFiles } = BuildManifest.parse(JSON.parse(read(`server/app${page}/build-manifest.json`)));
  const scope: Record<string, unknown> = {};
  runInNewContext(read(`server/app${page}_client-reference-manifest.js`), { globalThis: scope });
  const entries = Object.values(ClientManifest.parse(scope).__RSC_MANIFEST).map(
    ({ entryJSFiles }) => entryJSFiles,
  );
  return new Set([...rootMainFiles, ...entries.flatMap((files) => Object.values(files).flat())]);
}

const screens = Object.entries(Routes.parse(JSON.parse(read("app-path-routes-manifest.json"))))
  .filter(([page, route]) => page.endsWith("/page") && !route.startsWith("/_"))
  .map(([page, route]) => {
    const bytes = [...firstLoadChunks(page)].reduce((sum, chunk) => sum + gzippedBytes(chunk), 0);
    return { route, kilobytes: Math.round(bytes / 1000) };
  });
for (const { route, kilobytes } of screens) say(`${String(kilobytes).padStart(5)} KB  ${route}`);
const tooLarge = screens.filter(({ kilobytes }) => kilobytes > BUDGET_KB);
for (const { route } of tooLarge) say(`${route} needs more than ${BUDGET_KB} KB`);
process.exit(tooLarge.length === 0 && screens.length > 0 ? 0 : 1);
