import { z } from "zod";

/** What a run does with its event types: turn them on or off, or put right what differs at BigCommerce. */
export const RUN_KINDS = ["turn_on", "turn_off", "put_right"] as const;
export const RunKind = z.enum(RUN_KINDS);
export type RunKind = z.infer<typeof RunKind>;

/** What is done for one event type. */
export const RunAction = z.enum(["turn_on", "turn_off", "create", "update", "enable", "remove"]);
export type RunAction = z.infer<typeof RunAction>;

/** `cancelled` was left as it was, because somebody cancelled the run before its turn. */
export const RunItemState = z.enum(["waiting", "done", "refused", "cancelled"]);
export type RunItemState = z.infer<typeof RunItemState>;

export const RunItemView = z.object({
  scope: z.string(),
  /** Null until it is known, and where nothing had to be done. */
  action: RunAction.nullable(),
  state: RunItemState,
  /** Why it was refused, and a sentence about it. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export type RunItemView = z.infer<typeof RunItemView>;

export const RunView = z.object({
  id: z.string(),
  kind: RunKind,
  startedAt: z.iso.datetime(),
  /** E-mail address of the person who started it. */
  startedBy: z.string(),
  /** Null while it is under way. */
  endedAt: z.iso.datetime().nullable(),
  isCancelled: z.boolean(),
  /** In the order in which they are done, more or less: some are under way at once. */
  items: z.array(RunItemView),
});
export type RunView = z.infer<typeof RunView>;

/** What every route of runs answers. `GET /s/{storeHash}/api/subscriptions/runs` tells of the newest. */
export const RunAnswer = z.object({
  /** Null when there is none, or nobody needs to see it any more. */
  run: RunView.nullable(),
  /** Whether there is a worker to carry it out, in whichever process. */
  isWorkerThere: z.boolean(),
});
export type RunAnswer = z.infer<typeof RunAnswer>;

/** Most event types of one run: the whole catalogue, and that of every channel of a large store. */
export const RUN_SCOPES_MAX = 1_000;
const Scopes = z.array(z.string().min(1).max(200)).min(1).max(RUN_SCOPES_MAX);

/** `POST /s/{storeHash}/api/subscriptions/runs` */
export const NewRun = z.object({ kind: RunKind, scopes: Scopes });
export type NewRun = z.infer<typeof NewRun>;

/** `POST …/runs/{id}/retry`: those that were refused, or all of them when absent. */
export const RunRetry = z.object({ scopes: Scopes.optional() });
export type RunRetry = z.infer<typeof RunRetry>;
