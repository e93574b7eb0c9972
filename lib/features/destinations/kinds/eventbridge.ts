import { z } from "zod";
import { eventBusAt } from "#lib/contract/values/cloud-addresses.ts";
import type { Answered } from "#lib/platform/outbound/exchange.ts";
import { awsKind } from "./aws/service.ts";
import { awsVerdict, verdictOn } from "./aws/verdict.ts";
import type { DeliveryBody, Parcel, Verdict } from "./kind.ts";

/** Source: AWS Compute Blog, January 29, 2026 (256 KB before); a Region that takes less says so. */
const BYTES_MAX = 1_048_576;
/** Source: EventBridge API Reference, PutEventsRequestEntry. */
const DETAIL_TYPE_CHARS_MAX = 128;

/** An event bus of Amazon EventBridge. */
export const eventbridge = awsKind({
  service: "events",
  addressAt: eventBusAt,
  notAnAddress: "NOT_AN_EVENT_BUS",
  bytesMax: BYTES_MAX,
  callOf: (parcel) => ({
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSEvents.PutEvents" },
    body: JSON.stringify({ Entries: [entryOf(parcel)] }),
  }),
  verdictOf: (answer) => awsVerdict(answer) ?? failedEntry(answer),
});

/** Source: EventBridge API Reference, PutEventsRequestEntry. */
function entryOf({ destination: { url, storeHash }, body, told, event: { scope, occurredAt } }: Parcel) {
  return {
    EventBusName: url,
    Source: `webhook-keeper.${storeHash}`,
    DetailType: scope.slice(0, DETAIL_TYPE_CHARS_MAX) || "unknown",
    Time: occurredAt.getTime() / 1_000,
    Detail: detailOf(body, told),
  };
}

/**
 * A body as the object that an event bus wants, written as it was, with what is told beside it under a name of its own. A
 * signature is left out: nobody could verify it, since a bus does not keep bytes.
 */
function detailOf(body: DeliveryBody, told: Parcel["told"]): string {
  const kept = Object.entries(told).filter(([name]) => name !== "webhook-signature");
  const head = JSON.stringify({ webhookKeeper: Object.fromEntries(kept) }).slice(0, -1);
  const text = Buffer.from(body.bytes).toString().trim();
  const value = jsonIn(text);
  if (value === undefined) return `${head},"payload_base64":"${Buffer.from(body.bytes).toString("base64")}"}`;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `${head},"payload":${text}}`;
  return Object.keys(value).length === 0 ? `${head}}` : `${head},${text.slice(1)}`;
}

const UNTOLD = { ErrorCode: "", ErrorMessage: "" };

/** What an event bus answers, with 200, to an entry that it did not take. */
const NotTaken = z.object({
  FailedEntryCount: z.number().positive(),
  Entries: z
    .tuple([z.object({ ErrorCode: z.string(), ErrorMessage: z.string().default("") })])
    .catch([UNTOLD]),
});

/** Source: EventBridge API Reference, PutEvents and PutEventsResultEntry. */
function failedEntry({ status, text }: Answered): Verdict | null {
  const told = NotTaken.safeParse(status === 200 ? jsonIn(text) : undefined);
  if (!told.success) return null;
  const [{ ErrorCode, ErrorMessage: message }] = told.data.Entries;
  const code = /^[\w.]{1,80}$/.test(ErrorCode) ? ErrorCode : "UnknownError";
  return verdictOn({ code, message }) ?? { outcome: "unwelcome", failure: `RECEIVER_REJECTED ${code}` };
}

/** Undefined where a text is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
