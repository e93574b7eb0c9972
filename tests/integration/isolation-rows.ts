import { expect } from "vitest";
import type { Method } from "#tests/support/routes.ts";

/** Who asks, or how: every route has an answer of its own to each. */
export const STRANGERS = [
  "no session",
  "expired session",
  "tampered session",
  "another store's session",
  "session from before a sign-out",
  "session from before a reinstallation",
  "removed user",
  "uninstalled store",
] as const;
/** The onlooker is staff of a store in which only the owner changes webhooks. */
export const MEMBERS = ["staff", "onlooker", "owner"] as const;
export const ELSEWHERE = ["foreign origin", "missing header", "wrong content type"] as const;

export type Stranger = (typeof STRANGERS)[number];
export type State = Stranger | (typeof MEMBERS)[number] | (typeof ELSEWHERE)[number];

/** How a session comes: a browser keeps it, or the page does. */
export const CARRIERS = ["cookie", "bearer"] as const;
export type Carrier = (typeof CARRIERS)[number];

/** A status, and the problem's stable code; null for what is no problem. */
export type Answer = readonly [status: number, code: string | null];

/** What the gate of `storeRoute` says to those who do not belong. */
export const GATE: Readonly<Record<Stranger, Answer>> = {
  "no session": [401, "SESSION_ENDED"],
  "expired session": [401, "SESSION_ENDED"],
  "tampered session": [401, "SESSION_ENDED"],
  "another store's session": [401, "SESSION_ENDED"],
  "session from before a sign-out": [401, "SESSION_ENDED"],
  "session from before a reinstallation": [401, "SESSION_ENDED"],
  "removed user": [403, "ACCESS_WITHDRAWN"],
  "uninstalled store": [403, "STORE_UNINSTALLED"],
};
export const FORBIDDEN: Answer = [403, "FORBIDDEN_ORIGIN"];
const OK: Answer = [200, null];
/** What the gate says to a request without a session that it takes. */
export const ENDED: Answer = GATE["no session"];

/** One route × method, and what it answers whom. */
export interface Row {
  /** As in the file system, below `app/s/[storeHash]`. */
  route: string;
  method: Method;
  /** Tells rows of the same route and method apart. */
  about?: string;
  /** Parameters of the path beside the store; `event` stands for the id of an event of the asked store's. */
  params?: Record<string, string | string[]>;
  /** With its `?`. */
  query?: string;
  body?: unknown;
  /**
   * Who guards it: the gate; nobody, because everybody is refused (`nobody has it`); or next-auth, which tells strangers
   * nothing instead of refusing them.
   */
  guard: "gate" | "nobody has it" | "next-auth";
  /** When it takes sessions that come in one way alone; next-auth knows cookies. */
  carrier?: Carrier;
  owner: Answer;
  /** When it is the same for all who do not belong. */
  strangers?: Answer;
  /** When it differs from the owner's. */
  staff?: Answer;
  /** It changes webhooks, which the onlooker may not. */
  changesWebhooks?: true;
  /** Its own visitors' sessions are over afterwards. */
  endsSessions?: boolean;
  /** What next-auth answers strangers with, as JSON. */
  nothing?: unknown;
}

const gated = (method: Method, route: string, more: Partial<Row> = {}): Row => ({
  route,
  method,
  guard: "gate",
  owner: OK,
  ...more,
});
const absent = (route: string, ...methods: Method[]): Row[] =>
  methods.map((method) => ({
    route,
    method,
    guard: "nobody has it",
    owner: [405, "METHOD_NOT_ALLOWED"],
  }));
const nextAuth = (method: Method, action: string, more: Partial<Row>): Row => ({
  route: "auth/[...nextauth]",
  method,
  about: action,
  params: { nextauth: action.split("/") },
  guard: "next-auth",
  carrier: "cookie",
  owner: OK,
  ...more,
});

/** The table: a route or a method that is not here fails the test, and so does a line here without its route. */
export const ROWS: readonly Row[] = [
  gated("GET", "api/alerts"),
  ...absent("api/alerts", "POST", "PUT", "PATCH", "DELETE"),
  gated("POST", "api/alerts/acknowledge", {
    about: "of what is not open",
    body: { id: "1" },
    owner: [404, "NOT_FOUND"],
  }),
  ...absent("api/alerts/acknowledge", "GET", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/alerts/notices"),
  gated("PUT", "api/alerts/notices", { body: { emails: ["a@example.com"] }, staff: [403, "OWNER_ONLY"] }),
  gated("PUT", "api/alerts/notices", {
    about: "with what is no address",
    body: { emails: ["nobody"] },
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/alerts/notices", "POST", "PATCH", "DELETE"),
  gated("POST", "api/alerts/secret", {
    about: "without a webhook",
    body: {},
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/alerts/secret", "GET", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/alerts/settings"),
  gated("PUT", "api/alerts/settings", {
    body: { emails: ["a@example.com"], webhookUrl: null, mutedCauses: ["doubled"] },
    staff: [403, "OWNER_ONLY"],
  }),
  gated("PUT", "api/alerts/settings", {
    about: "with what is no address",
    body: { emails: [], webhookUrl: "ftp://example.com", mutedCauses: [] },
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/alerts/settings", "POST", "PATCH", "DELETE"),
  gated("POST", "api/alerts/test", { body: { channel: "webhook" }, staff: [403, "OWNER_ONLY"] }),
  gated("POST", "api/alerts/test", {
    about: "by no channel",
    body: { channel: "pigeon" },
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/alerts/test", "GET", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/audit"),
  gated("GET", "api/audit", { about: "of nobody", query: "?who=ana", owner: [400, "INVALID_INPUT"] }),
  ...absent("api/audit", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/destinations"),
  gated("POST", "api/destinations", {
    body: { name: "Warehouse", url: "https://hooks.example.com/", eventTypes: ["*"] },
    owner: [201, null],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("POST", "api/destinations", {
    about: "at an address of the machine that serves",
    body: { name: "Warehouse", url: "https://169.254.169.254/", eventTypes: ["*"] },
    owner: [400, "PRIVATE_ADDRESS"],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("POST", "api/destinations", {
    about: "that gets nothing",
    body: { name: "Warehouse", url: "https://hooks.example.com/", eventTypes: [] },
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/destinations", "PUT", "PATCH", "DELETE"),
  gated("POST", "api/destinations/preview", {
    body: { url: "https://hooks.example.com/", eventTypes: ["*"] },
    staff: [403, "OWNER_ONLY"],
  }),
  gated("POST", "api/destinations/preview", {
    about: "of an event that does not exist",
    body: { url: "", eventTypes: ["*"], eventId: "2026-11-25.1" },
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/destinations/preview", "GET", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/destinations/[id]", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  gated("PATCH", "api/destinations/[id]", {
    params: { id: "7" },
    body: { isOn: false },
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("DELETE", "api/destinations/[id]", {
    params: { id: "7" },
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/destinations/[id]", "POST", "PUT"),
  gated("POST", "api/destinations/[id]/secret", {
    params: { id: "7" },
    body: {},
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/destinations/[id]/secret", "GET", "PUT", "PATCH", "DELETE"),
  gated("POST", "api/destinations/[id]/test", {
    params: { id: "7" },
    body: {},
    owner: [404, "NOT_FOUND"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/destinations/[id]/test", "GET", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/destinations/[id]/deliveries", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  gated("GET", "api/destinations/[id]/deliveries", {
    about: "in no state",
    params: { id: "7" },
    query: "?state=lost",
    owner: [400, "INVALID_INPUT"],
  }),
  ...absent("api/destinations/[id]/deliveries", "POST", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/destinations/[id]/chart", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  ...absent("api/destinations/[id]/chart", "POST", "PUT", "PATCH", "DELETE"),
  ...(["retry", "dismiss"] as const).flatMap((way) => [
    gated("POST", `api/destinations/[id]/deliveries/${way}`, {
      params: { id: "7" },
      body: { state: "failed" },
      owner: [404, "NOT_FOUND"],
      staff: [403, "OWNER_ONLY"],
    }),
    ...absent(`api/destinations/[id]/deliveries/${way}`, "GET", "PUT", "PATCH", "DELETE"),
  ]),

  gated("GET", "api/events"),
  gated("GET", "api/events/[id]", { params: { id: "event" } }),
  gated("GET", "api/events/[id]", {
    about: "which does not exist",
    params: { id: "2026-11-25.1" },
    owner: [404, "NOT_FOUND"],
  }),
  ...absent("api/events", "POST", "PUT", "PATCH", "DELETE"),
  ...absent("api/events/[id]", "POST", "PUT", "PATCH", "DELETE"),
  ...absent("api/events/stream", "POST", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/events/[id]/changes", { params: { id: "event" } }),
  gated("GET", "api/events/[id]/changes", {
    about: "which does not exist",
    params: { id: "2026-11-25.1" },
    owner: [404, "NOT_FOUND"],
  }),
  ...absent("api/events/[id]/changes", "POST", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/events/[id]/deliveries", { params: { id: "event" } }),
  gated("GET", "api/events/[id]/deliveries", {
    about: "which does not exist",
    params: { id: "2026-11-25.1" },
    owner: [404, "NOT_FOUND"],
  }),
  ...absent("api/events/[id]/deliveries", "POST", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/events/export"),
  gated("POST", "api/events/export", { body: { ids: ["none"], format: "csv" } }),
  ...absent("api/events/export", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/events/stream"),
  gated("GET", "api/subscriptions/stream"),
  ...absent("api/subscriptions/stream", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/channels"),
  ...absent("api/channels", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/exceptions"),
  ...absent("api/exceptions", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/keeper"),
  gated("PUT", "api/keeper", {
    about: "for an event type",
    body: { scope: "store/order/created", isTellingOnly: true },
    changesWebhooks: true,
  }),
  gated("PUT", "api/keeper", {
    about: "for the store",
    body: { isTellingOnly: true },
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/keeper", "POST", "PATCH", "DELETE"),

  gated("GET", "api/reading"),
  gated("PUT", "api/reading", { body: { isOn: false }, staff: [403, "OWNER_ONLY"] }),
  gated("PUT", "api/reading", {
    about: "neither on nor off",
    body: {},
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/reading", "POST", "PATCH", "DELETE"),

  gated("GET", "api/extensions"),
  gated("PUT", "api/extensions", { body: { isOn: true }, staff: [403, "OWNER_ONLY"] }),
  gated("PUT", "api/extensions", {
    about: "neither on nor off",
    body: {},
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/extensions", "POST", "PATCH", "DELETE"),

  gated("GET", "api/chart"),
  ...absent("api/chart", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/overview"),
  ...absent("api/overview", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/privacy"),
  gated("PUT", "api/privacy", { body: { staffSeePersonal: true }, staff: [403, "OWNER_ONLY"] }),
  gated("PUT", "api/privacy", {
    about: "for longer than anybody's events are kept",
    body: { retentionDays: 3650 },
    owner: [400, "RETENTION_TOO_LONG"],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("PUT", "api/privacy", {
    about: "in no shape",
    body: [],
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/privacy", "POST", "PATCH", "DELETE"),
  gated("GET", "api/privacy/retention", { query: "?days=7" }),
  ...absent("api/privacy/retention", "POST", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/privacy/erasures", { query: "?type=order&id=7", staff: [403, "OWNER_ONLY"] }),
  gated("GET", "api/privacy/erasures", {
    about: "of nothing",
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("POST", "api/privacy/erasures", {
    about: "of nothing",
    body: {},
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  gated("POST", "api/privacy/erasures", {
    about: "of what is not known",
    body: { type: "order", id: "7" },
    owner: [404, "NOTHING_TO_ERASE"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/privacy/erasures", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/session"),
  gated("POST", "api/session", { about: "to renew a token", carrier: "bearer", body: {} }),
  gated("POST", "api/session", {
    about: "with a ticket that is none",
    body: { ticket: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA" },
    owner: ENDED,
    strangers: ENDED,
  }),
  ...absent("api/session", "PUT", "PATCH", "DELETE"),

  gated("POST", "api/session/end", { about: "for oneself", body: { who: "me" }, endsSessions: true }),
  gated("POST", "api/session/end", {
    about: "for everybody",
    body: { who: "everyone" },
    endsSessions: true,
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/session/end", "GET", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/settings"),
  ...absent("api/settings", "POST", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/settings/secret"),
  gated("POST", "api/settings/secret", { body: {}, staff: [403, "OWNER_ONLY"] }),
  gated("POST", "api/settings/secret", {
    about: "in no shape",
    body: [],
    owner: [400, "INVALID_INPUT"],
    staff: [403, "OWNER_ONLY"],
  }),
  ...absent("api/settings/secret", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/subscriptions"),
  gated("PUT", "api/subscriptions", {
    body: { changes: [{ scope: "store/cart/created", wanted: true }] },
    changesWebhooks: true,
  }),
  gated("PUT", "api/subscriptions", {
    about: "with nothing in it",
    body: { changes: [] },
    owner: [400, "INVALID_INPUT"],
    changesWebhooks: true,
  }),
  ...absent("api/subscriptions", "POST", "PATCH", "DELETE"),

  gated("DELETE", "api/subscriptions/hooks/[id]", {
    params: { id: "7" },
    owner: [404, "NOT_FOUND"],
    changesWebhooks: true,
  }),
  ...absent("api/subscriptions/hooks/[id]", "GET", "POST", "PUT", "PATCH"),

  gated("POST", "api/subscriptions/reconcile", { body: { dryRun: true } }),
  gated("POST", "api/subscriptions/reconcile", { about: "for good", body: {}, changesWebhooks: true }),
  ...absent("api/subscriptions/reconcile", "GET", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/subscriptions/runs"),
  gated("POST", "api/subscriptions/runs", {
    about: "over nothing",
    body: { kind: "turn_on", scopes: [] },
    owner: [400, "INVALID_INPUT"],
    changesWebhooks: true,
  }),
  ...absent("api/subscriptions/runs", "PUT", "PATCH", "DELETE"),
  gated("GET", "api/subscriptions/runs/[id]", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  gated("DELETE", "api/subscriptions/runs/[id]", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  ...absent("api/subscriptions/runs/[id]", "POST", "PUT", "PATCH"),
  gated("POST", "api/subscriptions/runs/[id]/cancel", {
    params: { id: "7" },
    owner: [404, "NOT_FOUND"],
    changesWebhooks: true,
  }),
  ...absent("api/subscriptions/runs/[id]/cancel", "GET", "PUT", "PATCH", "DELETE"),
  gated("POST", "api/subscriptions/runs/[id]/retry", {
    params: { id: "7" },
    body: {},
    owner: [404, "NOT_FOUND"],
    changesWebhooks: true,
  }),
  ...absent("api/subscriptions/runs/[id]/retry", "GET", "PUT", "PATCH", "DELETE"),

  gated("POST", "api/test-events", { body: { scope: "store/order/created" } }),
  gated("POST", "api/test-events", {
    about: "of no event type",
    body: { scope: "store/robot/built" },
    owner: [400, "INVALID_INPUT"],
  }),
  ...absent("api/test-events", "GET", "PUT", "PATCH", "DELETE"),

  gated("GET", "api/views"),
  gated("POST", "api/views", { body: { name: "Carts", query: "?group=carts" } }),
  gated("POST", "api/views", {
    about: "with another address",
    body: { name: "Carts", query: "//elsewhere" },
    owner: [400, "INVALID_INPUT"],
  }),
  ...absent("api/views", "PUT", "PATCH", "DELETE"),
  gated("PATCH", "api/views/[id]", {
    params: { id: "7" },
    body: { name: "Mine" },
    owner: [404, "NOT_FOUND"],
  }),
  gated("DELETE", "api/views/[id]", { params: { id: "7" }, owner: [404, "NOT_FOUND"] }),
  ...absent("api/views/[id]", "GET", "POST", "PUT"),
  gated("PUT", "api/preferences", {
    body: { usesKeys: false, showsTechnicalDetails: true, setup: "done", language: "de" },
  }),
  ...absent("api/preferences", "GET", "POST", "PATCH", "DELETE"),

  nextAuth("GET", "session", { nothing: {} }),
  nextAuth("GET", "csrf", { nothing: { csrfToken: expect.any(String) } }),
  nextAuth("GET", "providers", { nothing: {} }),
  nextAuth("GET", "signin", { owner: [404, "NOT_FOUND"] }),
  // Without next-auth's own token nobody signs out; with it, see session.test.ts.
  nextAuth("POST", "signout", { owner: FORBIDDEN, body: {} }),
  nextAuth("POST", "callback/credentials", { owner: [404, "NOT_FOUND"], body: {} }),
  ...absent("auth/[...nextauth]", "PUT", "PATCH", "DELETE"),
];

/** Routes that no store's session guards, and why that is right. A route outside of `s/[storeHash]` has to be here. */
export const NOT_STORE_BOUND: Readonly<Record<string, string>> = {
  "api/bigcommerce/auth":
    "BigCommerce begins an installation; believed is the grant that the code is swapped for",
  "api/bigcommerce/load": "BigCommerce begins a session; believed is the signed payload",
  "api/bigcommerce/remove-user": "BigCommerce's server calls; believed is the signed payload",
  "api/bigcommerce/uninstall": "BigCommerce's server calls; believed is the signed payload",
  "api/exceptions/[storeHash]":
    "BigCommerce tells of failed deliveries; believed are signature and secret header, and no answer has a body",
  "api/health": "tells whether parts are well, nothing of a store",
  "api/health/live": "tells that the process serves",
  "api/metrics": "tells figures of the process to who has the token of the operator, nothing of a store",
  "api/health/ready": "tells whether this process wants requests",
  guide: "tells how the app is used, nothing of a store",
  "guide/pictures/[name]": "pictures of the guide, nothing of a store",
  "api/webhooks/[storeHash]":
    "BigCommerce delivers; believed are signature and secret header, and no answer has a body",
};
