import { readdirSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { serveStatic } from "next/dist/server/serve-static.js";

/** A name says what is in the file, so that it may be kept for as long as anything may. Source: RFC 9111, 4.2.2. */
const MAX_AGE_MS = 31_536_000_000;
/** What builds name their files: nothing that would have to be decoded, and nothing that leads up. */
const NAME = /^\/_next\/static\/((?:[\w-][\w.~-]*\/)*[\w-][\w.~-]*)(?:\?|$)/;

/** The file that an address asks for, below a build's `static`; null when it asks for none. Pure. */
export function scriptIn(url: string): string | null {
  return NAME.exec(url)?.[1] ?? null;
}

/**
 * Serves scripts of other builds than the process's own: for pages that were opened before an upgrade, and for those that
 * a newer process gave out while this one still runs.
 * @param ownDir `static` of the build that the process serves; read once.
 * @param scriptsDir A folder for each build; read at each request, because a newer build may come at any time. None will do.
 * @returns what answers such a request, and says whether it did.
 */
export function keptScripts(
  ownDir: string,
  scriptsDir: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const own = new Set(
    readdirSync(ownDir, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll(sep, "/")),
  );
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const name = scriptIn(request.url ?? "");
    if (name === null || own.has(name)) return false;
    const root = buildsIn(scriptsDir)
      .map((build) => join(scriptsDir, build))
      .find((each) => statSync(join(each, name), { throwIfNoEntry: false })?.isFile());
    if (root === undefined) return false;
    await serveStatic(request, response, name, { root, maxAge: MAX_AGE_MS, immutable: true });
    return true;
  };
}

/** Folders of builds; what begins with a dot is still being written. */
function buildsIn(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => !name.startsWith("."));
  } catch {
    return []; // nothing was ever kept
  }
}
