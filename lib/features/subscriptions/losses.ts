import { chooseHook, reaches } from "./plan.ts";
import type { KnownHook, SeenHook } from "./records.ts";

/** Whether a hook brings its events to us: it is on, leads here and carries no secret of others. Pure. */
const isServing = (hook: SeenHook, receiverUrl: string) =>
  hook.isActive && reaches(hook, receiverUrl) && !hook.hasOtherSecret;

/** The event types of which hooks bring events to us. Pure. */
export const servedScopes = (hooks: readonly SeenHook[], receiverUrl: string): Set<string> =>
  new Set(hooks.flatMap((hook) => (isServing(hook, receiverUrl) ? [hook.scope] : [])));

/** What became of the hooks since they were last looked at. */
export interface Losses {
  /** Scopes that brought events then and do not now, each with the time from which on events may be missing. */
  broken: ReadonlyMap<string, Date>;
  /** Scopes that bring events now. */
  serving: readonly string[];
}

/**
 * Which hooks stopped to bring events since the last look: at the time when BigCommerce says that it was turned off, where
 * that may be, or at the last look. Pure.
 * @param known Hooks as they were last seen.
 * @param lookedAt When that was; null when it never was.
 */
export function lossesOf(
  known: readonly KnownHook[],
  seen: readonly SeenHook[],
  receiverUrl: string,
  lookedAt: Date | null,
  now: Date,
): Losses {
  const serving = servedScopes(seen, receiverUrl);
  const broken = new Map<string, Date>();
  for (const scope of servedScopes(known, receiverUrl)) {
    if (serving.has(scope) || lookedAt === null) continue;
    const hook = chooseHook(
      seen.filter((each) => each.scope === scope),
      receiverUrl,
    );
    const offAt = hook && !hook.isActive ? hook.updatedAt : null;
    broken.set(scope, offAt && offAt > lookedAt && offAt <= now ? offAt : lookedAt);
  }
  return { broken, serving: [...serving] };
}
