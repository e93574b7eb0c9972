import type {
  DestinationAuth,
  DestinationChange,
  DestinationInput,
  DestinationSettings,
  DestinationView,
} from "#lib/contract/destinations.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { PRESETS } from "#lib/catalogue/presets.ts";
import { emptyFields, lacksField, type AuthDraft } from "./auth-draft.ts";
import { conditionsOf, filterOf, NO_CONDITIONS, type Conditions } from "./conditions.ts";
import { isKeyed, isWeb, kindAt, PLACE_AUTHS, placeOf, USUAL_KIND, type Place } from "./places.ts";

/** A destination as it is being typed. */
export interface Draft extends Pick<
  DestinationSettings,
  | "eventTypes"
  | "payload"
  | "signing"
  | "order"
  | "isLatestOnly"
  | "schedule"
  | "sendsPersonal"
  | "takesSourceEvents"
> {
  place: Place;
  name: string;
  url: string;
  secret: string;
  /** Null where the filter is one of somebody's own, below. */
  conditions: Conditions | null;
  ownFilter: string;
  startFrom: DestinationInput["startFrom"];
  template: string;
  rate: string;
  concurrency: string;
  answerSeconds: string;
  /** A header a line; null is as it was, since values are never shown again. */
  headers: string | null;
  /** Likewise. */
  auth: AuthDraft | null;
}

/** What an empty form begins with. Pure. */
export function newDraft(place: Place): Draft {
  const { filter: _filter, template: _template, ratePerSecond: _rate, ...usual } = SETTINGS_DEFAULT;
  return {
    ...usual,
    name: "",
    url: "",
    secret: "",
    eventTypes: [...(PRESETS[0]?.scopes ?? [])],
    conditions: NO_CONDITIONS,
    ownFilter: "",
    startFrom: "now",
    template: "",
    rate: "",
    concurrency: String(usual.concurrency),
    answerSeconds: String(usual.answerSeconds),
    headers: null,
    ...forPlace(place),
  };
}

/** What another place brings with it. Pure. */
export function forPlace(place: Place): Pick<Draft, "place" | "payload" | "signing" | "auth"> {
  return {
    place,
    auth: isKeyed(place) ? { kind: PLACE_AUTHS[place], fields: emptyFields(PLACE_AUTHS[place]) } : null,
    // Whoever builds with blocks needs the names and amounts in front of them; a receiver of BigCommerce's knows where to ask.
    payload: place === "automation" ? "full" : "received",
    signing: place === "bigcommerce" ? "bigcommerce" : "standard",
  };
}

/** A saved destination, to be changed. Pure. */
export function draftOf(view: DestinationView): Draft {
  const conditions = conditionsOf(view.filter);
  return {
    ...newDraft(placeOf(view)),
    auth: null,
    name: view.name,
    url: view.url,
    eventTypes: view.eventTypes,
    conditions,
    ownFilter: conditions === null ? JSON.stringify(view.filter, null, 2) : "",
    payload: view.payload,
    signing: view.signing,
    template: view.template ?? "",
    order: view.order,
    isLatestOnly: view.isLatestOnly,
    schedule: view.schedule,
    rate: view.ratePerSecond === null ? "" : String(view.ratePerSecond),
    concurrency: String(view.concurrency),
    answerSeconds: String(view.answerSeconds),
    sendsPersonal: view.sendsPersonal,
    takesSourceEvents: view.takesSourceEvents,
  };
}

/** What is wrong with a part of a form, by its field. */
export type DraftFaults = Partial<
  Record<"name" | "url" | "types" | "secret" | "keys" | "filter" | "headers", true>
>;

/** What is to be mended before a form can be sent; the server looks again. Pure. */
export function faultsOf(draft: Draft, isNew: boolean): DraftFaults {
  return {
    ...(draft.name.trim() === "" && { name: true }),
    ...(kindAt(draft.place, draft.url.trim()) === null && { url: true }),
    ...(draft.eventTypes.length === 0 && { types: true }),
    ...(isNew && draft.signing === "bigcommerce" && draft.secret === "" && { secret: true }),
    ...(isKeyed(draft.place) && draft.auth !== null && lacksField(draft.auth) && { keys: true }),
    ...(draft.conditions === null && parsedFilter(draft.ownFilter) === undefined && { filter: true }),
    ...(draft.headers !== null && hasWrongHeaders(draft.headers, isNew) && { headers: true }),
  };
}

/** Whether a line is no header, or a new one has no value. */
function hasWrongHeaders(text: string, isNew: boolean): boolean {
  const parsed = parsedHeaders(text);
  return parsed === null || (isNew && Object.values(parsed).includes(null));
}

/** A filter that somebody wrote; undefined when it is no JSON object. Pure. */
export function parsedFilter(text: string): DestinationSettings["filter"] | undefined {
  if (text.trim() === "") return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as DestinationSettings["filter"]) : undefined;
  } catch {
    return undefined;
  }
}

/** Names of headers as a form begins with them: one a line, and no values, which are never shown again. Pure. */
export const keptHeaders = (names: readonly string[]): string => names.map((name) => `${name}:`).join("\n");

/** Headers, one a line as `Name: value`, without a value where the kept one stays; null when a line is none. Pure. */
export function parsedHeaders(text: string): Record<string, string | null> | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const pairs = lines.map((line) => /^([^:\s]+):\s*(.*)$/.exec(line.trim()));
  if (pairs.includes(null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] || null]));
}

/** What is typed, as settings. Pure. */
export function settingsOf(draft: Draft): DestinationSettings {
  const { conditions, ownFilter, payload, template, rate } = draft;
  return {
    eventTypes: draft.eventTypes,
    payload,
    template: payload === "template" ? template : null,
    signing: draft.signing,
    filter: conditions === null ? (parsedFilter(ownFilter) ?? null) : filterOf(conditions),
    order: draft.order,
    isLatestOnly: draft.isLatestOnly,
    concurrency: Number(draft.concurrency),
    ratePerSecond: rate.trim() === "" ? null : Number(rate),
    schedule: draft.schedule,
    answerSeconds: Number(draft.answerSeconds),
    sendsPersonal: draft.sendsPersonal,
    takesSourceEvents: draft.takesSourceEvents,
  };
}

/** What is sealed: present only where somebody typed it. */
function sealedOf({ place, headers, auth }: Draft): Pick<DestinationChange, "headers" | "auth"> {
  const parsed = headers === null || !isWeb(place) ? null : parsedHeaders(headers);
  // The fields are those of the kind: the form shows no others, and the route looks again.
  const proof = auth && ({ kind: auth.kind, ...auth.fields } as DestinationAuth);
  return { ...(parsed && { headers: parsed }), ...(proof && { auth: proof }) };
}

/** What makes a destination of a form without faults. Pure. */
export function inputOf(draft: Draft): DestinationInput {
  const { headers = {}, ...sealed } = sealedOf(draft);
  const valued = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null);
  return {
    ...settingsOf(draft),
    ...sealed,
    ...(valued.length > 0 && { headers: Object.fromEntries(valued) }),
    name: draft.name.trim(),
    url: draft.url.trim(),
    kind: kindAt(draft.place, draft.url.trim()) ?? USUAL_KIND[draft.place],
    startFrom: draft.startFrom,
    ...(draft.secret !== "" && { secret: draft.secret }),
  };
}

/** What is different from what is saved, and nothing else. Pure. */
export function changeOf(draft: Draft, saved: DestinationView): DestinationChange {
  const typed = { ...settingsOf(draft), name: draft.name.trim(), url: draft.url.trim() };
  const different = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(saved[field as keyof typeof typed]),
  );
  return { ...(Object.fromEntries(different) as DestinationChange), ...sealedOf(draft) };
}

/** The sets of event types of which some types consist wholly. Pure. */
export function chosenSets(types: readonly string[]): string[] {
  const chosen = new Set(types);
  return PRESETS.filter(({ scopes }) => scopes.every((scope) => chosen.has(scope))).map(({ id }) => id);
}

/** Event types with a set added, or taken away. Pure. */
export function withSet(types: readonly string[], id: string, isWanted: boolean): string[] {
  const scopes = PRESETS.find((preset) => preset.id === id)?.scopes ?? [];
  const others = types.filter((type) => type !== "*" && !scopes.includes(type));
  return isWanted ? [...others, ...scopes] : others;
}
