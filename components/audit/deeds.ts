import type { AuditAction, AuditEntryView } from "#lib/contract/audit.ts";
import type { DeedKind } from "#lib/messages/en/history.ts";

/** Milliseconds within which steps of one person belong to one deed: a run of many event types writes them bit by bit. */
const TOGETHER_MS = 120_000;

/** Something that somebody did, with its steps, the newest first. */
export interface Deed {
  /** Of its newest step. */
  id: string;
  at: string;
  kind: DeedKind;
  actor: AuditEntryView["actor"];
  steps: AuditEntryView[];
  /** The event types that it concerned. */
  scopes: string[];
  /** Of these, or of the steps where there are none, how many BigCommerce refused. */
  refused: number;
  /** Why; null when a person simply wanted it. */
  reasons: string[];
}

/** What a step may be part of: to turn something on changes what is wanted and then a hook. */
type Family = "on" | "off" | AuditAction;
const FAMILIES: Readonly<Partial<Record<AuditAction, Family>>> = {
  subscription_wanted: "on",
  hook_created: "on",
  hook_updated: "on",
  hook_switched_on: "on",
  subscription_unwanted: "off",
  hook_removed: "off",
};

/** Folds entries, the newest first, into what each person did. Pure. */
export function deedsOf(entries: readonly AuditEntryView[]): Deed[] {
  const runs: AuditEntryView[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && belongsTo(last, entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map(deedOf);
}

const familyOf = ({ action }: AuditEntryView): Family => FAMILIES[action] ?? action;

/** Of the destination that a step is about; null when it is about none. Pure. */
export const nameOf = ({ before, after }: AuditEntryView): string | null =>
  after?.name ?? before?.name ?? null;

function belongsTo(later: AuditEntryView, earlier: AuditEntryView): boolean {
  return (
    familyOf(later) === familyOf(earlier) &&
    later.actor?.userId === earlier.actor?.userId &&
    nameOf(later) === nameOf(earlier) &&
    Date.parse(later.at) - Date.parse(earlier.at) <= TOGETHER_MS
  );
}

function deedOf(steps: AuditEntryView[]): Deed {
  const [newest] = steps;
  if (!newest) throw new Error("A deed has a step");
  const kind = kindOf(steps, newest);
  // What a hook lacked says why it was fixed; of something that somebody turned on it says nothing.
  const told = steps.filter(({ action }) => action === kind || kind.startsWith("webhooks_"));
  const scopes = unique(told.map(({ scope }) => scope));
  const refused = steps.filter(({ isRefused }) => isRefused);
  const refusedScopes = unique(refused.map(({ scope }) => scope));
  return {
    id: newest.id,
    at: newest.at,
    kind,
    actor: newest.actor,
    steps,
    scopes,
    refused: scopes.length > 0 ? refusedScopes.length : refused.length,
    reasons: unique(told.map(({ reason }) => reason)),
  };
}

function kindOf(steps: readonly AuditEntryView[], { action }: AuditEntryView): DeedKind {
  const has = (wanted: AuditAction) => steps.some((step) => step.action === wanted);
  if (has("subscription_wanted")) return "subscription_wanted";
  if (has("subscription_unwanted")) return "subscription_unwanted";
  if (FAMILIES[action] === "on") return "webhooks_fixed";
  if (FAMILIES[action] === "off") return "webhooks_removed";
  return action;
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
