import { requireOwner, type Access } from "#lib/access.ts";
import type { DestinationPreview, PreviewInput } from "#lib/contract/destination-preview.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { config } from "#lib/config/config.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { FilterRefused, HeadersRefused } from "#lib/features/destinations/errors.ts";
import { filterFault } from "#lib/features/destinations/filter.ts";
import { headersFault } from "#lib/features/destinations/headers.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { makeKey, presentSecret } from "#lib/features/destinations/secrets.ts";
import { given } from "#lib/features/destinations/settings.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import { eventId, parseEventId } from "#lib/features/events/ids.ts";
import { EventNotFound } from "#lib/features/events/log.ts";
import { eventsBySeq, findEvent, newestSeqs, type EventRow } from "#lib/features/events/records.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import type { StoreHash } from "#lib/ids.ts";
import { UNREAD } from "#lib/messages/describe-event.ts";
import { catalogueWordsHere, wordsHere } from "#lib/messages/here.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import type { ForwardedEvent } from "./event.ts";
import { factsOf, needsFacts } from "./facts.ts";
import { languageFor } from "./language.ts";
import { RequestNotMade } from "./not-made.ts";
import { makeRequest } from "./request.ts";
import { sampleEvent } from "./sample-event.ts";
import { isOfTypes, whyNotWanted } from "./wanted.ts";

/** The newest events of a store that are looked through for those of the chosen types. */
const LOOKED_AT = 200;
const CHOICES_MAX = 10;
/** Of a body this much is shown. */
const BODY_BYTES_MAX = 65_536;
/** Stands for what is secret. */
const DOTS = "•••";

/**
 * What a destination that is being typed would be sent of an event. Sends nothing, and asks for no token. Read only.
 * @throws {OwnerOnly | EventNotFound | HeadersRefused | FilterRefused}
 */
export async function previewOf(access: Access, input: PreviewInput, now: Date): Promise<DestinationPreview> {
  requireOwner(access, "to see what a destination would be sent");
  const destination = openedOf(access.storeHash, input, now);
  const recent = await recentEvents(destination);
  const found = await eventOf(access.storeHash, input, recent, now);
  const known = found.isSample || !needsFacts(destination) ? null : await factsOf(found.event, now);
  const event = { ...found.event, facts: known?.facts ?? null };
  // An example stands for an event that is none of a test.
  const asked = { ...event, isTest: event.isTest && !found.isSample };
  const told = (row: Pick<EventRow, "occurredAt" | "scope" | "body">) => ({
    title: catalogueWordsHere().describeEvent(row.scope, jsonOf(row.body).data, UNREAD),
    occurredAt: row.occurredAt.toISOString(),
  });
  return {
    event: { id: found.isSample ? null : eventId(event), ...told(event) },
    choices: recent.slice(0, CHOICES_MAX).map((row) => ({ id: eventId(row), ...told(row) })),
    notWanted: whyNotWanted(destination.settings, asked),
    addressFault: addressFaultOf(destination),
    ...(await requestOf(destination, event, input, now)),
  };
}

/** The destination as far as a request needs it: with a key that nobody has, and dots for what is secret. */
function openedOf(storeHash: StoreHash, input: PreviewInput, now: Date): OpenDestination {
  const { url, kind, headerNames, auth, eventId: _, ...settings } = input;
  const headers = Object.fromEntries(headerNames.map((name) => [name, ""]));
  const fault = headersFault(headers) ?? (auth.headerName ? headersFault({ [auth.headerName]: "" }) : null);
  if (fault) throw new HeadersRefused(fault);
  const badFilter = settings.filter && filterFault(settings.filter);
  if (badFilter) throw new FilterRefused(badFilter);
  return {
    id: "preview",
    storeHash,
    name: "",
    kind,
    url,
    settings: { ...SETTINGS_DEFAULT, ...given(settings), eventTypes: input.eventTypes },
    secrets: [presentSecret(makeKey(settings.signing), now)],
    headers: Object.fromEntries(headerNames.map((name) => [name, DOTS])),
    auth: { kind: "none" },
    isOn: false,
    version: 0,
  };
}

/** Among the newest events of a store those that a destination gets, the newest first. */
async function recentEvents({ storeHash, settings }: OpenDestination): Promise<EventRow[]> {
  const rows = await eventsBySeq(storeHash, await newestSeqs(storeHash, LOOKED_AT));
  const isChosen = ({ isTest, scope }: EventRow) => !isTest && isOfTypes(settings, scope);
  return rows.filter(isChosen).toReversed();
}

/** The event that is asked for, or else the newest one; an example where there is none. */
async function eventOf(
  storeHash: StoreHash,
  { eventId: id, eventTypes }: PreviewInput,
  [newest]: readonly EventRow[],
  now: Date,
): Promise<{ event: ForwardedEvent; isSample: boolean }> {
  const isNamed = id !== null && id !== undefined;
  const key = isNamed ? parseEventId(id) : null;
  const row =
    key && key.occurredAt >= (await storeKeptSince(storeHash, now)) && (await findEvent(storeHash, key));
  if (isNamed && !row) throw new EventNotFound("no such event in this store's log");
  const event = row || (id === null ? undefined : newest);
  return event
    ? { event: { ...event, storeHash, facts: null }, isSample: false }
    : { event: sampleEvent(storeHash, eventTypes, now), isSample: true };
}

function addressFaultOf({ kind, url }: OpenDestination): string | null {
  const fault = url === "" ? null : KINDS[kind].addressFault(url, rulesOf(config()));
  return fault && wordsHere().PROBLEMS[fault].detail;
}

/** Until its address can be read, only the body is known of what a provider is sent. */
function asFarAsKnown(destination: OpenDestination): OpenDestination {
  const { callOf, addressFault } = KINDS[destination.kind];
  const isKnown = !callOf || addressFault(destination.url, rulesOf(config())) === null;
  return isKnown ? destination : { ...destination, kind: "http" };
}

async function requestOf(
  destination: OpenDestination,
  event: ForwardedEvent,
  { auth }: PreviewInput,
  now: Date,
): Promise<Pick<DestinationPreview, "failure" | "request">> {
  const { payload, template } = destination.settings;
  if (payload === "template" && (template ?? "").trim() === "")
    return { failure: "TEMPLATE_MISSING", request: null };
  try {
    const language = await languageFor(destination);
    const options = { attempt: 1, now, language, isPreview: true };
    const call = await makeRequest(asFarAsKnown(destination), event, options);
    return { failure: null, request: shown(call, auth) };
  } catch (error) {
    if (error instanceof RequestNotMade) return { failure: error.message, request: null };
    throw error;
  }
}

/** How a request proves itself, without what it does so by. */
const PROOFS: Readonly<Record<PreviewInput["auth"]["kind"], string>> = {
  none: "",
  bearer: `Bearer ${DOTS}`,
  basic: `Basic ${DOTS}`,
  header: DOTS,
  oauth: `Bearer ${DOTS}`,
  aws: `AWS4-HMAC-SHA256 ${DOTS}`,
  google: `Bearer ${DOTS}`,
};

/** A request as a person may see it. Pure. */
function shown(
  { url, headers, body }: OutboundCall,
  auth: PreviewInput["auth"],
): NonNullable<DestinationPreview["request"]> {
  const proof = auth.kind === "header" ? (auth.headerName ?? "").toLowerCase() : "authorization";
  const all = { ...headers, ...(auth.kind !== "none" && proof !== "" && { [proof]: PROOFS[auth.kind] }) };
  const bytes = Buffer.from(body);
  return {
    method: "POST",
    url,
    headers: Object.entries(all).map(([name, value]) => ({
      name,
      value: name === "webhook-signature" ? value.replace(/,.*$/, `,${DOTS}`) : value,
    })),
    body: new TextDecoder().decode(bytes.subarray(0, BODY_BYTES_MAX)),
    bodyBytes: bytes.byteLength,
    isCut: bytes.byteLength > BODY_BYTES_MAX,
  };
}
