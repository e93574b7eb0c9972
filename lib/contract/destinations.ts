import { z } from "zod";
import {
  ANSWER_SECONDS,
  AUTH_KINDS,
  CONCURRENCY_MAX,
  DELIVERY_STATES,
  DESTINATION_KINDS,
  DESTINATION_NAME_MAX,
  DESTINATION_STATES,
  DESTINATION_URL_MAX,
  HEADERS_MAX,
  OFF_REASONS,
  ORDERS,
  OUTCOMES,
  OVERLAP_HOURS,
  PAYLOADS,
  RATE_MAX,
  SCHEDULES,
  SIGNINGS,
  TEMPLATE_LENGTH_MAX,
} from "./values/destinations.ts";

const Text = z.string().max(2_000);

/** Where requests go instead of to the provider's own address; empty for that. */
const Endpoint = z.string().trim().max(DESTINATION_URL_MAX).default("");
/** Some times as long as Google's are. */
const KEY_FILE_LENGTH_MAX = 8_000;

/** How a request proves itself to a destination, besides its signature. */
export const DestinationAuth = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("bearer"), token: Text.min(1) }),
  z.object({ kind: z.literal("basic"), user: Text.min(1), password: Text }),
  z.object({ kind: z.literal("header"), name: Text.min(1), value: Text.min(1) }),
  z.object({
    kind: z.literal("oauth"),
    tokenUrl: z.string().max(DESTINATION_URL_MAX),
    clientId: Text.min(1),
    clientSecret: Text.min(1),
    scope: Text,
  }),
  z.object({
    kind: z.literal("aws"),
    accessKeyId: Text.min(1),
    secretAccessKey: Text.min(1),
    endpoint: Endpoint,
  }),
  z.object({
    kind: z.literal("google"),
    /** The key file of a service account, which is JSON. */
    serviceAccount: z.string().min(1).max(KEY_FILE_LENGTH_MAX),
    endpoint: Endpoint,
  }),
]);
export type DestinationAuth = z.infer<typeof DestinationAuth>;

/**
 * Which events of the chosen types are sent, as a query of MongoDB's form without `$where` and `$regex`, over
 * `{type, payload, thing, changes}`. `payload` is the body as received, `thing` what was read of the order, product or
 * customer, or null, and `changes` has `{before, after}` under each field that changed.
 */
export const DestinationFilter = z.record(z.string(), z.json());
export type DestinationFilter = z.infer<typeof DestinationFilter>;

/** What a destination is sent, and how; without its address and its secrets. */
export const DestinationSettings = z.object({
  /** Event types, `store/order/*` for a whole family, or `*`. */
  eventTypes: z.array(z.string().min(1).max(200)).min(1).max(250),
  payload: z.enum(PAYLOADS),
  /** JSONata; of the payload `template` alone. */
  template: z.string().max(TEMPLATE_LENGTH_MAX).nullable(),
  signing: z.enum(SIGNINGS),
  filter: DestinationFilter.nullable(),
  order: z.enum(ORDERS),
  /** Of several events about one thing that wait, only the newest is sent. */
  isLatestOnly: z.boolean(),
  concurrency: z.number().int().min(1).max(CONCURRENCY_MAX),
  ratePerSecond: z.number().min(0.1).max(RATE_MAX).nullable(),
  schedule: z.enum(SCHEDULES),
  answerSeconds: z.number().int().min(ANSWER_SECONDS.min).max(ANSWER_SECONDS.max),
  /** Whether the payloads `full` and `template` may tell of the shop's customers. */
  sendsPersonal: z.boolean(),
  /** Whether it is told when its source was blind. */
  takesSourceEvents: z.boolean(),
});
export type DestinationSettings = z.infer<typeof DestinationSettings>;

const Name = z.string().trim().min(1).max(DESTINATION_NAME_MAX);
const Url = z.string().trim().min(1).max(DESTINATION_URL_MAX);
const headersOf = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string().min(1).max(100), value)
    .refine((headers) => Object.keys(headers).length <= HEADERS_MAX, `must be ${HEADERS_MAX} at most`);

/** `POST /s/{storeHash}/api/destinations`: what is left out is as usual, by `SETTINGS_DEFAULT`. */
export const DestinationInput = DestinationSettings.partial().extend({
  name: Name,
  url: Url,
  eventTypes: DestinationSettings.shape.eventTypes,
  kind: z.enum(DESTINATION_KINDS).default("http"),
  headers: headersOf(Text).optional(),
  auth: DestinationAuth.optional(),
  /**
   * A key of the receiver's own: for `ed25519` a private one (`whsk_`), for `bigcommerce` the client secret it checks with. One
   * is made when it is left out.
   */
  secret: Text.min(1).optional(),
  /** From now on, or with what happened in the last day. */
  startFrom: z.enum(["now", "day"]).default("now"),
});
export type DestinationInput = z.infer<typeof DestinationInput>;

/** `PATCH /s/{storeHash}/api/destinations/{id}`: what is left out stays; a header without a value keeps its own. */
export const DestinationChange = DestinationSettings.partial().extend({
  name: Name.optional(),
  url: Url.optional(),
  headers: headersOf(Text.nullable()).optional(),
  auth: DestinationAuth.optional(),
  isOn: z.boolean().optional(),
  /** With `isOn`: from where it was when it was turned off, or from now. */
  resumeFrom: z.enum(["position", "now"]).optional(),
});
export type DestinationChange = z.infer<typeof DestinationChange>;

/** A destination as people see it. */
export const DestinationView = DestinationSettings.extend({
  id: z.string(),
  name: z.string(),
  kind: z.enum(DESTINATION_KINDS),
  /** The whole address for the owner, its origin for others, since a path may be a secret. */
  url: z.string(),
  auth: z.enum(AUTH_KINDS),
  /** Names of the headers that it is sent besides; never their values. */
  headerNames: z.array(z.string()),
  /** Keys that sign, the present one first; an older one until `until`. */
  secrets: z.array(
    z.object({
      id: z.string(),
      madeAt: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
      /** What verifies its signatures, which is no secret; null of a key that both sides have. */
      publicKey: z.string().nullable(),
    }),
  ),
  isOn: z.boolean(),
  offReason: z.enum(OFF_REASONS).nullable(),
  offAt: z.iso.datetime().nullable(),
  /** Email address of who turned it off; null when Keeper did. */
  offBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  state: z.enum(DESTINATION_STATES),
  /** Since when it is so. */
  since: z.iso.datetime().nullable(),
  /** When it is tried next; null when nothing waits for that. */
  nextAt: z.iso.datetime().nullable(),
  /** What it answered last when that was no success; null when it did not answer, or all is well. */
  lastStatus: z.number().int().nullable(),
  /** Why, as a code; null when all is well. */
  lastFailure: z.string().nullable(),
  lastDeliveredAt: z.iso.datetime().nullable(),
  /** In the last 24 hours. */
  delivered: z.number().int(),
  /** Events that are to be sent yet, without those that the filter will leave out being known; counted to 10,000. */
  waiting: z.number().int(),
  /** When the oldest of them happened. */
  waitingSince: z.iso.datetime().nullable(),
  /** Events that were given up, and that no one has sent again or dismissed. */
  failed: z.number().int(),
});
export type DestinationView = z.infer<typeof DestinationView>;

/** `GET /s/{storeHash}/api/destinations`, by name. */
export const DestinationList = z.object({ destinations: z.array(DestinationView) });
export type DestinationList = z.infer<typeof DestinationList>;

/** `GET` and `PATCH /s/{storeHash}/api/destinations/{id}` */
export const DestinationAnswer = z.object({ destination: DestinationView });
export type DestinationAnswer = z.infer<typeof DestinationAnswer>;

/** Answer to `POST /s/{storeHash}/api/destinations`: the secret is told this once. Of a key pair it is the public key. */
export const DestinationMade = z.object({ destination: DestinationView, secret: z.string() });
export type DestinationMade = z.infer<typeof DestinationMade>;

/** `POST …/destinations/{id}/secret` */
export const SecretRenewal = z.object({
  /** A key of the receiver's own; one is made when it is left out. */
  secret: Text.min(1).optional(),
  overlapHours: z.number().int().min(OVERLAP_HOURS.min).max(OVERLAP_HOURS.max).default(OVERLAP_HOURS.default),
});
export type SecretRenewal = z.infer<typeof SecretRenewal>;
/** What the receiver needs: the key itself, or of a key pair the public one. */
export const SecretRenewed = z.object({ secret: z.string() });
export type SecretRenewed = z.infer<typeof SecretRenewed>;

/** One attempt. */
export const AttemptView = z.object({
  at: z.iso.datetime(),
  outcome: z.enum(OUTCOMES),
  /** HTTP status; null without an answer. */
  status: z.number().int().nullable(),
  /** Why it did not arrive, as a code; null when it did. */
  failure: z.string().nullable(),
  tookMs: z.number().int(),
  /** How its answer begins; null when it was empty, or for those who may not see it. */
  answer: z.string().nullable(),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** `POST …/destinations/{id}/test` */
export const DestinationTest = z.object({ attempt: AttemptView });
export type DestinationTest = z.infer<typeof DestinationTest>;

/** An event on its way to a destination, with its attempts, the newest first. */
export const DeliveryView = z.object({
  id: z.string(),
  eventId: z.string(),
  scope: z.string(),
  /** The event in words, as the log has it. */
  title: z.string(),
  occurredAt: z.iso.datetime(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  status: z.number().int().nullable(),
  lastAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  /** Why it did not arrive, as a code. */
  reason: z.string().nullable(),
  history: z.array(AttemptView),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** Query of `GET …/destinations/{id}/deliveries` */
export const DeliveryQuery = z.object({
  state: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(DELIVERY_STATES)))
    .optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const DeliveryPage = z.object({
  deliveries: z.array(DeliveryView),
  nextCursor: z.string().nullable(),
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** `POST …/destinations/{id}/deliveries/retry` and `…/dismiss` */
export const DeliverySelection = z.union([
  z.object({ ids: z.array(z.string().max(200)).min(1).max(500) }),
  z.object({ state: z.literal("failed") }),
]);
export type DeliverySelection = z.infer<typeof DeliverySelection>;
export const DeliveriesChanged = z.object({ changed: z.number().int() });
export type DeliveriesChanged = z.infer<typeof DeliveriesChanged>;

/** `GET /s/{storeHash}/api/events/{id}/deliveries` */
export const EventDeliveries = z.object({
  destinations: z.array(
    z.object({
      destinationId: z.string(),
      name: z.string(),
      state: z.enum(DELIVERY_STATES),
      /** Why it is not wanted, waits or failed, as a code. */
      reason: z.string().nullable(),
      status: z.number().int().nullable(),
      at: z.iso.datetime().nullable(),
      nextAt: z.iso.datetime().nullable(),
      deliveryId: z.string().nullable(),
      /** Events that are sent before it, counted to 10,000; null unless it waits for its first attempt. */
      behind: z.number().int().nullable(),
    }),
  ),
});
export type EventDeliveries = z.infer<typeof EventDeliveries>;
