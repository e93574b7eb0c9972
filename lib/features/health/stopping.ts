// The custom server and Next.js's bundles each load this module; both have to mean the same process. See lib/platform/db/client.ts.
const shared = globalThis as typeof globalThis & { [key: symbol]: boolean | undefined };
const KEY = Symbol.for("webhook-keeper.stopping");

/** Says, from now on, that this process is about to end. There is no way back. */
export function announceStop(): void {
  shared[KEY] = true;
}

/** Whether this process is about to end. */
export const isStopping = (): boolean => shared[KEY] ?? false;
