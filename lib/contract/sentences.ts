import { z } from "zod";

const Count = z.number().int().nonnegative();
const Nothing = z.object({});

const PARAMS = {
  hook_missing: Nothing,
  hook_elsewhere: Nothing,
  hook_without_secret: Nothing,
  hook_off: Nothing,
  hook_doubled: Nothing,
  hook_brings_doubles: Nothing,
  hook_unwanted: Nothing,
  hook_of_others: Nothing,
  hook_quiet: z.object({ days: Count }),
  secret_renewed: Nothing,
  secret_everywhere: z.object({ hours: Count }),
  secret_time_over: z.object({ days: Count, hooks: Count }),
  exceptions_wanted: Nothing,
  exceptions_astray: Nothing,
  exceptions_unwanted: Nothing,
  starter_set: Nothing,
  wish_refused: Nothing,
  grant_without_scopes: Nothing,
  grant_without_owner: Nothing,
  grant_without_account: Nothing,
  grant_without_email: Nothing,
  access_withdrawn: Nothing,
  store_removed: z.object({ days: Count }),
  /** `type` is the thing's, such as `customer`. */
  data_erased: z.object({ type: z.string(), events: Count, states: Count }),
  data_came_again: z.object({ type: z.string(), events: Count }),
  destination_gone: Nothing,
  destination_unanswered: Nothing,
  destination_refused: Nothing,
  /** Names of `CHANGEABLE` in `lib/features/destinations/settings.ts`, or a newer version's. */
  destination_fields: z.object({ fields: z.array(z.string()) }),
  key_overlap: z.object({ hours: Count }),
  resumed_from_position: Nothing,
  resumed_from_now: Nothing,
  /** How many events something was done to. */
  deliveries: z.object({ events: Count }),
  /** `cause` is one of `ALERT_CAUSES`, or a newer version's. */
  alert: z.object({ cause: z.string(), count: Count }),
  /** Whom alerts reach, and the causes that they do not hear of. */
  told: z.object({ recipients: z.array(z.string()), mutedCauses: z.array(z.string()) }),
};

export type SentenceCode = keyof typeof PARAMS;
export type SentenceParams = { [Code in SentenceCode]: z.infer<(typeof PARAMS)[Code]> };

/**
 * The sentences that are kept, by code, each with what goes into it. A closed set: rows of every age hold these codes, so
 * none is renamed or removed, and what is added to one is optional.
 */
export const SENTENCE_PARAMS: { readonly [Code in SentenceCode]: z.ZodType<SentenceParams[Code]> } = PARAMS;

/** A sentence before it is said: its code, and what goes into it. */
export type Sentence<Among extends SentenceCode = SentenceCode> = {
  [Code in Among]: { code: Code; params: SentenceParams[Code] };
}[Among];

/** Codes of sentences that nothing goes into. */
export type PlainCode = {
  [Code in SentenceCode]: SentenceParams[Code] extends Record<string, never> ? Code : never;
}[SentenceCode];

/** A text for each sentence, in one language. */
export type SentenceTexts = { readonly [Code in SentenceCode]: (params: SentenceParams[Code]) => string };
