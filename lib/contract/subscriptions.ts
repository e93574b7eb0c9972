import { z } from "zod";
import { SEVERITIES, VERDICTS } from "#lib/contract/values/verdicts.ts";

/** How a subscription is doing: the distance between what is wanted and what exists at BigCommerce. A closed set. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** What mends it: `reregister`, `turn_on` and `renew` go through reconcile, `turn_off` through a change of the subscription. */
export const Remedy = z.enum([
  "reregister",
  "turn_on",
  "renew",
  "repair",
  "remove_double",
  "turn_off",
  "reopen_app",
  "check",
]);
export type Remedy = z.infer<typeof Remedy>;

export const Health = z.object({
  verdict: Verdict,
  /** One sentence for a person. */
  sentence: z.string(),
  remedy: Remedy.nullable(),
  /** Since when it is so, where that is known. */
  since: z.iso.datetime().nullable(),
  /** When it ends by itself; absent when it does not, or nobody knows. */
  until: z.iso.datetime().optional(),
  /** How bad it is: `lost` now, at `risk`, or a `wait`; absent where nothing is wrong. */
  severity: z.enum(SEVERITIES).optional(),
  /** The app could mend it and does not, by itself, now: it is only to tell, or did so too often. Absent otherwise. */
  isLeftToYou: z.literal(true).optional(),
});
export type Health = z.infer<typeof Health>;

export const HookView = z.object({
  id: z.string(),
  isActive: z.boolean(),
  status: z.string().nullable(),
  destination: z.string(),
  createdAt: z.iso.datetime(),
});

export const SubscriptionView = z.object({
  scope: z.string(),
  title: z.string(),
  wanted: z.boolean(),
  hook: HookView.nullable(),
  health: Health,
  lastEventAt: z.iso.datetime().nullable(),
  /** Events of the last 24 hours. */
  events24h: z.number().int(),
  /** Events per hour over the last 24 hours, oldest first: 24 numbers, or none when there were no events. */
  hourly: z.array(z.number().int()),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
  /** The wanted wildcard that covers this scope, if any. */
  includedBy: z.string().nullable(),
  /** The app changes nothing for it by itself, and tells what needs a person. Absent otherwise. */
  isTellingOnly: z.literal(true).optional(),
});
export type SubscriptionView = z.infer<typeof SubscriptionView>;

export const SubscriptionGroup = z.object({
  id: z.string(),
  name: z.string(),
  events: z.array(SubscriptionView),
});

/** `GET /s/{storeHash}/api/subscriptions` */
export const SubscriptionList = z.object({
  groups: z.array(SubscriptionGroup),
  /** Hooks of this app that serve nothing that is wanted here. */
  strays: z.array(
    HookView.extend({
      scope: z.string(),
      /** Another installation of this app made it: it is left alone until a person removes it. Absent otherwise. */
      isOfOthers: z.literal(true).optional(),
    }),
  ),
  /** When BigCommerce was last read; null before the first time. */
  checkedAt: z.iso.datetime().nullable(),
  /** Why the last reading failed; null when it worked. */
  checkFailure: z
    .object({
      code: z.string(),
      sentence: z.string(),
      /** What cannot be done meanwhile, and when it is tried again. */
      help: z.string(),
      /** When it is tried again, as a sentence; absent when that is not known. */
      nextTry: z.string().optional(),
    })
    .nullable(),
  /** Hooks of which the last reading could not tell what they are. Absent when there are none. */
  unreadable: z.number().int().optional(),
  /** Whether a check runs now, after an installation for instance. */
  isChecking: z.boolean(),
  /** The address that this store's hooks should have. */
  destination: z.string(),
  /** The app changes nothing in this store by itself, and tells what needs a person. Absent otherwise. */
  isTellingOnly: z.literal(true).optional(),
});
export type SubscriptionList = z.infer<typeof SubscriptionList>;

/** `DELETE /s/{storeHash}/api/subscriptions/hooks/{id}`: the hook that was removed. */
export const HookRemoved = z.object({ id: z.string() });
export type HookRemoved = z.infer<typeof HookRemoved>;

/** Most changes that one request may carry: the whole catalogue. */
export const CHANGES_MAX = 200;

/** `PUT /s/{storeHash}/api/subscriptions` */
export const SubscriptionChanges = z.object({
  changes: z
    .array(z.object({ scope: z.string().min(1).max(200), wanted: z.boolean() }))
    .min(1)
    .max(CHANGES_MAX),
});
export type SubscriptionChanges = z.infer<typeof SubscriptionChanges>;

/** What became of one change, with a sentence when it was refused. */
export const ChangeResult = z.object({
  scope: z.string(),
  wanted: z.boolean(),
  outcome: z.enum(["done", "already", "refused", "unknown_scope"]),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export const ChangeResults = z.object({ results: z.array(ChangeResult) });
export type ChangeResults = z.infer<typeof ChangeResults>;

export const PlanEntry = z.object({ scope: z.string(), reason: z.string(), hookId: z.string().nullable() });
/** The difference between wanted and existing, as actions at BigCommerce. */
export const PlanView = z.object({
  create: z.array(PlanEntry),
  update: z.array(PlanEntry),
  enable: z.array(PlanEntry),
  remove: z.array(PlanEntry),
  keep: z.number().int(),
});
export type PlanView = z.infer<typeof PlanView>;

/** `POST /s/{storeHash}/api/subscriptions/reconcile` */
export const ReconcileRequest = z.object({
  dryRun: z.boolean().default(false),
  /** Only these scopes; all when absent. */
  scopes: z.array(z.string()).max(CHANGES_MAX).optional(),
});
export const ReconcileResult = z.object({
  plan: PlanView,
  isDryRun: z.boolean(),
  /** Scopes whose action was refused, each with why. */
  refused: z.array(z.object({ scope: z.string(), code: z.string(), sentence: z.string() })),
});
export type ReconcileResult = z.infer<typeof ReconcileResult>;
