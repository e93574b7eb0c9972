import { z } from "zod";
import { EXCEPTION_SCOPE } from "#simulator/deliveries/scopes.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";

/** Hooks that a client may have for one scope of a store. Source: BigCommerce docs, Webhooks overview. */
const HOOKS_PER_SCOPE_MAX = 10;

const text = (what: string) => z.string({ error: what });
const Scope = z.string({ error: missingOr("jsstring") }).regex(/^store\/[\w/*-]+$/, "error.invalid.scope");
const Destination = z.string({ error: missingOr("jsstring") }).superRefine((value, context) => {
  const fault = destinationFault(value);
  if (fault) context.addIssue({ code: "custom", message: fault });
});
const HeaderValue = text("error.expected.jsstring").regex(
  /^[\t\x20-\x7e\x80-\xff]*$/,
  "error.invalid.header",
);
const Headers = z.record(z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, "error.invalid.header"), HeaderValue, {
  error: "error.expected.jsobject",
});

const HookFields = z.object({
  scope: Scope,
  destination: Destination,
  is_active: z.boolean({ error: "error.expected.jsboolean" }).optional(),
  headers: Headers.nullable().optional(),
});

/** A hook to be made. */
export type NewHook = z.infer<typeof HookFields>;
/** What is to change of a hook; never empty. */
export type HookChange = { [K in keyof NewHook]?: NewHook[K] | undefined };

/** The input, or why each field was refused. */
export type Checked<T> = { ok: true; input: T } | { ok: false; errors: Record<string, string> };

/** Checks what a POST brings. Unknown fields are ignored. */
export const checkNewHook = (body: unknown): Checked<NewHook> => checked(HookFields.safeParse(body));

/** Checks what a PUT brings: any of the fields, at least one. */
export function checkHookChange(body: unknown): Checked<HookChange> {
  const result = checked<HookChange>(HookFields.partial().safeParse(body));
  if (result.ok && Object.values(result.input).every((value) => value === undefined))
    return { ok: false, errors: { "": "error.minProperties" } };
  return result;
}

/**
 * Why a client may not have `wanted` beside its other hooks, or null when it may.
 * @param others the client's hooks for that store, without the one that is being changed
 */
export function conflictOf(
  wanted: Pick<SimulatedHook, "scope" | "destination">,
  others: readonly SimulatedHook[],
): Record<string, string> | null {
  const ofScope = others.filter(({ scope }) => scope === wanted.scope);
  if (ofScope.some(({ destination }) => destination === wanted.destination))
    return { destination: "A webhook with this scope and destination exists already" };
  if (ofScope.length >= HOOKS_PER_SCOPE_MAX)
    return { scope: `No more than ${HOOKS_PER_SCOPE_MAX} webhooks may have the same scope` };
  const isException = wanted.scope === EXCEPTION_SCOPE;
  if (isException && ofScope.length > 0) return { scope: "There is a delivery exception webhook already" };
  const isShared = others.some(
    ({ scope, destination }) =>
      destination === wanted.destination && (isException || scope === EXCEPTION_SCOPE),
  );
  return isShared ? { destination: "A delivery exception webhook needs a destination of its own" } : null;
}

/** Why BigCommerce would not deliver there, or null. Loopback hosts are excepted, or nobody could try the app at home. */
function destinationFault(destination: string): string | null {
  if (!URL.canParse(destination)) return "error.invalid.url";
  const url = new URL(destination);
  if (isLoopback(url.hostname)) return /^https?:$/.test(url.protocol) ? null : "error.invalid.url";
  if (url.protocol !== "https:") return "error.invalid.url.scheme";
  return url.port === "" ? null : "error.invalid.url.port";
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function missingOr(expected: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? "error.path.missing." : `error.expected.${expected}`;
}

function checked<T>(result: { success: true; data: T } | { success: false; error: z.ZodError }): Checked<T> {
  if (result.success) return { ok: true, input: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[path.join(".")] ??= message;
  return { ok: false, errors };
}
