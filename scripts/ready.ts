import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { PartFailed } from "./child.ts";
import { warn } from "./steps.ts";

const HEALTHY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 100;
const CLOCK_OFF =
  "This machine's clock is off: what BigCommerce signs is refused, or will be. Set it by NTP; the log says how far it is off.";

/** Where this machine reaches a server that listens so. Pure. */
export function nearOrigin({ port, host }: { port: number; host: string | undefined }): string {
  if (host === undefined || host === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (host === "::") return `http://[::1]:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Whether all parts of a health answer are well but the clock, for which the app need not be kept from starting. Pure. */
export function isClockAloneOff(answer: string): boolean {
  const { data } = Health.safeParse(safeJson(answer));
  if (data?.clock !== "failing") return false;
  return Object.entries(data).every(
    ([part, standing]) => ["status", "clock"].includes(part) || standing === "ok",
  );
}

const Health = z.record(z.string(), z.string());

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Waits until the app says that database, migrations and worker are well. A wrong clock is told of, and no reason to wait.
 * @throws {PartFailed} with its last answer when that takes too long.
 */
export async function whenHealthy(where: { port: number; host: string | undefined }): Promise<void> {
  let last = "no answer";
  for (const endAt = Date.now() + HEALTHY_WITHIN_MS; Date.now() < endAt; await pause(ASK_EVERY_MS)) {
    try {
      const response = await fetch(`${nearOrigin(where)}/api/health`, {
        signal: AbortSignal.timeout(10_000),
      });
      last = await response.text();
      if (response.ok) return;
      if (isClockAloneOff(last)) return warn(CLOCK_OFF);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw new PartFailed(`The app does not feel well: ${last}`);
}

const Stores = z.object({ stores: z.array(z.object({ hash: z.string() })) });

/** The page to open first: the app inside the control panel of the first store, or the panel when there is no store. */
export async function firstPage(simulatorUrl: string): Promise<string> {
  const response = await fetch(`${simulatorUrl}/control/stores`, { signal: AbortSignal.timeout(10_000) });
  const [store] = Stores.safeParse(await response.json()).data?.stores ?? [];
  return store ? `${simulatorUrl}/manage/${store.hash}/app` : `${simulatorUrl}/`;
}
