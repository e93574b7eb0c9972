import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const PROJECT_DIR = resolve(import.meta.dirname, "../..");
/** What Next.js takes from a route file as a handler. Source: Next.js docs, route.js. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

export type Method = (typeof METHODS)[number];
export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Response | Promise<Response>;

/** The handlers that one route file exports. */
export interface RouteFile {
  /** Its folder, such as `s/[storeHash]/api/events/[id]`. */
  route: string;
  handlers: ReadonlyMap<Method, Handler>;
}

/**
 * The files of this name below a folder, as the file system has them now.
 * @param folder From the project's own, such as `app`.
 * @returns paths from the project's own, in alphabetical order.
 */
export function filesNamed(name: string, folder: string): string[] {
  return readdirSync(join(PROJECT_DIR, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => relative(PROJECT_DIR, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Loads every route file below a folder of `app`, each by the very path at which Next.js finds it. */
export async function routeFiles(folder: string): Promise<RouteFile[]> {
  return Promise.all(
    filesNamed("route.ts", folder).map(async (path) => {
      const exported = (await import(pathToFileURL(join(PROJECT_DIR, path)).href)) as Record<string, unknown>;
      const handlers = METHODS.flatMap((method) => {
        const handler = exported[method];
        // Cast: whatever a route file exports by a method's name is called in this way.
        return typeof handler === "function" ? [[method, handler as Handler] as const] : [];
      });
      return { route: relative("app", dirname(path)), handlers: new Map(handlers) };
    }),
  );
}
