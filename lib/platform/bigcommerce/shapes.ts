import { HookId } from "#lib/ids.ts";
import {
  asCount,
  asFlag,
  asMoment,
  asName,
  asText,
  Fields,
  isRecord,
  NoAnswer,
  type Oddities,
} from "./fields.ts";

// What BigCommerce answers, read field by field: an odd field has a default, which is said here, and is noted; new keys may
// appear without notice and are ignored.
// Source: webhooks V3 and store information V2 OpenAPI; BigCommerce docs, Best practices.

/** A hook as it is at BigCommerce. */
export interface Hook {
  id: HookId;
  scope: string;
  destination: string;
  /** None when they are null, missing, or an empty list or text, as PHP writes an empty map; null when they cannot be read. */
  headers: Readonly<Record<string, string>> | null;
  /** On when that cannot be read, so that nothing is switched on upon a guess. */
  isActive: boolean;
  /** active, inactive or deactivated; only /hooks/admin tells. */
  status: string | null;
  /** Null when it cannot be read. */
  createdAt: Date | null;
  updatedAt: Date | null;
}

/** A hook of which it cannot be said what it is; null is what could not be read either. */
export interface UnreadableHook {
  id: HookId | null;
  scope: string | null;
}

export interface HookPage {
  hooks: Hook[];
  unreadable: UnreadableHook[];
  /** Null when that cannot be read. */
  totalPages: number | null;
  /** Hooks on all pages; null when that cannot be read. */
  total: number | null;
}

/** A page of hooks. @throws {NoAnswer} when there is no list. */
export function readHookPage(answer: unknown, odd: Oddities): HookPage {
  const fields = Fields.ofAnswer(answer, odd);
  const page: HookPage = { hooks: [], unreadable: [], totalPages: 1, total: null };
  for (const { value, place } of fields.needList("data")) {
    const read = readHook(value, place, odd);
    if ("destination" in read) page.hooks.push(read);
    else page.unreadable.push(read);
  }
  const pagination = fields.within("meta")?.within("pagination");
  if (pagination) {
    page.totalPages = pagination.get("total_pages", asCount, null);
    page.total = pagination.get("total", asCount, null);
  }
  return page;
}

/** One hook in the usual envelope, or bare as the guides print it. @throws {NoAnswer} when it is none that can be read. */
export function readHookAnswer(answer: unknown, odd: Oddities): Hook {
  const hook = isRecord(answer) && isRecord(answer.data) ? answer.data : answer;
  const read = readHook(hook, "hook", odd);
  if ("destination" in read) return read;
  throw new NoAnswer(odd.named.join(", "));
}

function readHook(value: unknown, place: string, odd: Oddities): Hook | UnreadableHook {
  const fields = Fields.of(value, place, odd);
  if (!fields) return { id: null, scope: null };
  const id = fields.need("id", asHookId);
  const scope = fields.need("scope", asText);
  const destination = fields.need("destination", asText);
  if (id === null || scope === null || destination === null) return { id, scope };
  const createdAt = fields.get("created_at", asMoment, null);
  return {
    id,
    scope,
    destination,
    headers: fields.get("headers", asHeaders, isRecord(value) && value.headers ? null : {}),
    isActive: fields.get("is_active", asFlag, true),
    status: fields.get("status", asText, null),
    createdAt,
    updatedAt: fields.get("updated_at", asMoment, createdAt),
  };
}

function asHookId(value: unknown): HookId | undefined {
  return HookId.safeParse(asCount(value)).data;
}

/** Header values are text by the specification; anything else cannot be the secret and is left out. */
function asHeaders(value: unknown): Record<string, string> | undefined {
  if (value === "" || (Array.isArray(value) && value.length === 0)) return {};
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** What only the administrative view tells: each hook's status, and the destinations to which deliveries are paused. */
export interface HookAdminView {
  statuses: ReadonlyMap<HookId, string>;
  blockedDomains: { destination: string; secondsLeft: number }[];
}

/** `GET /hooks/admin`; an entry that is odd is left out. @throws {NoAnswer} */
export function readHookAdminView(answer: unknown, odd: Oddities): HookAdminView {
  const data = adminData(answer, odd);
  const statuses = new Map<HookId, string>();
  for (const { value, place } of data.list("hooks_list")) {
    const hook = Fields.of(value, place, odd);
    const id = hook?.need("id", asHookId) ?? null;
    const status = hook?.get("status", asText, null) ?? null;
    if (id !== null && status !== null) statuses.set(id, status);
  }
  const blockedDomains = data.list("blocked_domains").flatMap(({ value, place }) => {
    const domain = Fields.of(value, place, odd);
    const destination = domain?.need("destination", asText) ?? null;
    const secondsLeft = domain?.need("time_left", asSecondsLeft) ?? null;
    return destination === null || secondsLeft === null ? [] : [{ destination, secondsLeft }];
  });
  return { statuses, blockedDomains };
}

/** The longest pause that is believed, in seconds: a day, where BigCommerce documents three minutes. */
const PAUSE_SECONDS_MAX = 86_400;

function asSecondsLeft(value: unknown): number | undefined {
  const isTime = typeof value === "number" && value >= 0 && value <= PAUSE_SECONDS_MAX;
  return isTime ? value : undefined;
}

/**
 * The addresses of BigCommerce's own notices. @throws {NoAnswer} when one of them cannot be read: a caller that saves the others
 * would take it away.
 */
export function readEmails(answer: unknown, odd: Oddities): string[] {
  return adminData(answer, odd)
    .list("emails")
    .map(({ value, place }) => {
      const email = asText(value);
      if (email === undefined) throw new NoAnswer(place);
      return email;
    });
}

function adminData(answer: unknown, odd: Oddities): Fields {
  const data = Fields.ofAnswer(answer, odd).within("data");
  if (!data) throw new NoAnswer("data");
  return data;
}

/** A store as it tells of itself; null is what it does not, or what cannot be read. */
export interface StoreProfile {
  name: string | null;
  domain: string | null;
  timezone: string | null;
  /** An ISO code, such as "USD". */
  currency: string | null;
  controlPanelUrl: string | null;
}

/** `GET /v2/store`, the few fields that we show. @throws {NoAnswer} */
export function readProfile(answer: unknown, odd: Oddities): StoreProfile {
  const store = Fields.ofAnswer(answer, odd);
  return {
    name: store.get("name", asName, null),
    domain: store.get("domain", asText, null),
    timezone: store.within("timezone")?.get("name", asText, null) ?? null,
    currency: store.get("currency", asText, null),
    controlPanelUrl: store.get("control_panel_base_url", asWebAddress, null),
  };
}

/** Empty text stands for none. */
function asWebAddress(value: unknown): string | null | undefined {
  if (value === "") return null;
  const url = typeof value === "string" ? URL.parse(value) : null;
  return url && /^https?:$/.test(url.protocol) && typeof value === "string" ? value : undefined;
}
