/** Systems that a destination can be. Each has a file in `lib/features/destinations/kinds`. */
export const DESTINATION_KINDS = [
  "http",
  "slack",
  "teams",
  "sqs",
  "sns",
  "eventbridge",
  "pubsub",
  "email",
] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** What is sent of an event: its body as BigCommerce sent it, that with what is known of it, a CloudEvent, or a template's. */
export const PAYLOADS = ["received", "full", "cloudevents", "template"] as const;
export type Payload = (typeof PAYLOADS)[number];

/** Who a delivery looks to come from: Keeper, by a shared key or a key pair of Standard Webhooks, or BigCommerce itself. */
export const SIGNINGS = ["standard", "ed25519", "bigcommerce"] as const;
export type Signing = (typeof SIGNINGS)[number];

/** What waits behind a delivery that failed: nothing, what is about the same thing, or everything. */
export const ORDERS = ["none", "thing", "strict"] as const;
export type Order = (typeof ORDERS)[number];

/** How long a failed delivery is tried again: ten attempts in 76 hours, or four in 36 minutes. */
export const SCHEDULES = ["standard", "short"] as const;
export type ScheduleName = (typeof SCHEDULES)[number];

/** How a plain request can prove itself. */
export const REQUEST_AUTHS = ["none", "bearer", "basic", "header", "oauth"] as const;
/** The others belong to a provider's own kinds of destinations. */
export const AUTH_KINDS = [...REQUEST_AUTHS, "aws", "google"] as const;
export type AuthKind = (typeof AUTH_KINDS)[number];

/**
 * What an attempt came to, by its answer. `ill`: none, or one that means trouble. `busy`: it asks to wait. `unwelcome`: it
 * does not want this event. `gone`: it wants no event anymore. `given_up`: it asks not to be sent this one again.
 * `refused`: Keeper does not send to its address. `broken`: Keeper could not make the request, such as by a template.
 */
export const OUTCOMES = [
  "delivered",
  "ill",
  "busy",
  "unwelcome",
  "gone",
  "given_up",
  "refused",
  "broken",
] as const;
export type DeliveryOutcome = (typeof OUTCOMES)[number];

/** Where an event is on its way to a destination. */
export const DELIVERY_STATES = ["delivered", "waiting", "failed", "dismissed", "not_wanted"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a destination is off: a person turned it off, it answered that it is gone, it never answered, its address is refused. */
export const OFF_REASONS = ["person", "gone", "unanswered", "refused"] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** How a destination is. `new`: it was sent nothing yet. */
export const DESTINATION_STATES = ["new", "working", "slow", "ill", "off"] as const;
export type DestinationState = (typeof DESTINATION_STATES)[number];

/** A destination that takes nothing needs a person after this time; until then it is only told of. */
export const RETRYING_MS = 15 * 60_000;

/** Emails to one destination in an hour; more events wait. */
export const EMAILS_PER_HOUR = 60;
export const DESTINATION_NAME_MAX = 60;
export const DESTINATION_URL_MAX = 2_000;
/** Most destinations of a store. */
export const DESTINATIONS_MAX = 50;
/** Requests under way to one destination at once. */
export const CONCURRENCY_MAX = 50;
export const CONCURRENCY_DEFAULT = 5;
/** Requests a second. */
export const RATE_MAX = 1_000;
/** Seconds until an answer has to begin. */
export const ANSWER_SECONDS = { min: 5, max: 30, default: 15 } as const;
export const HEADERS_MAX = 20;
export const HEADERS_BYTES_MAX = 4_096;
export const TEMPLATE_LENGTH_MAX = 10_000;
/** What a destination is sent, and how, unless its owner says otherwise; the event types are always said. */
export const SETTINGS_DEFAULT = {
  payload: "received",
  template: null,
  signing: "standard",
  filter: null,
  order: "none",
  isLatestOnly: false,
  concurrency: CONCURRENCY_DEFAULT,
  ratePerSecond: null,
  schedule: "standard",
  answerSeconds: ANSWER_SECONDS.default,
  sendsPersonal: false,
  takesSourceEvents: false,
} as const;
/** How long a secret that was renewed goes on signing, in hours. */
export const OVERLAP_HOURS = { min: 0, max: 168, default: 24 } as const;
/** What waits for a destination is not counted further. */
export const COUNTED_MAX = 10_000;
/** Most secrets of a destination that sign at once. */
export const SECRETS_MAX = 3;

/** Events about the source itself that a destination may take. */
export const SOURCE_EVENTS = ["keeper.hook.off", "keeper.gap.found", "keeper.gap.closed"] as const;
export type SourceEvent = (typeof SOURCE_EVENTS)[number];
