import type { EventDetail } from "#lib/contract/events.ts";

/** Header names that a test request sends anew, or that only the way here made. */
const NOT_REPEATED =
  /^(webhook-(id|timestamp|signature)|host|content-length|content-encoding|connection|accept-encoding|x-.*)$/;

/**
 * Levels of `data` that a fixture lays out. Indents of many more take gigabytes, and the engines of browsers differ in the
 * depth at which they give up.
 */
const DATA_DEPTH_MAX = 50;

/**
 * The event as the app knows it, for a bug report or a script. Its body, where it is JSON, stands there as it came: parsed
 * and written again, long numbers would be rounded, and what is nested deeply could not be written. Pure.
 */
export function jsonOf({ body, ...event }: EventDetail): string {
  const written = JSON.stringify(event, null, 2).replace(/\n\}$/, "");
  return `${written},\n  "body": ${isJson(body) ? body : JSON.stringify(body)}\n}`;
}

/** Texts of JSON values as one JSON array; one alone stays as it is. Pure. */
export function listOf(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] ?? "") : `[${texts.join(",\n")}]`;
}

/**
 * A file for tests: `event` can be posted as it is to the simulator's `/control/stores/{hash}/events`, and `request` is
 * what a receiver gets, body byte for byte, headers without proofs. Pure.
 */
export function fixtureOf(event: EventDetail): string {
  const data = dataOf(event.body);
  return JSON.stringify(
    {
      description: event.summary,
      event: {
        scope: event.scope,
        ...(data !== undefined && { data }),
        createdAt: Math.floor(Date.parse(event.occurredAt) / 1000),
      },
      request: {
        method: "POST",
        headers: Object.fromEntries(repeated(event).map(({ name, value }) => [name, value])),
        body: event.body,
      },
    },
    null,
    2,
  );
}

/**
 * A script for a POSIX shell that sends the event to an address, signed as BigCommerce signs. The signature is made where
 * it runs, with a secret that whoever runs it puts in: ours never leaves the server, and a signature's time is near. Needs
 * curl and openssl. Pure. Source of the signature: Standard Webhooks 1.0.0.
 */
export function curlOf(event: EventDetail): string {
  const headers = repeated(event).map(({ name, value }) => `  -H ${quoted(`${name}: ${value}`)} \\`);
  return [
    `URL=${quoted("https://example.com/webhooks")}`,
    `SECRET=${quoted("your client secret")}`,
    `ID=${quoted(event.hash)}`,
    `BODY=${quoted(event.body)}`,
    "TIME=$(date +%s)",
    `SIGNATURE=$(printf '%s.%s.%s' "$ID" "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | openssl base64 -A)`,
    `curl -i -X POST "$URL" \\`,
    ...headers,
    `  -H "webhook-id: $ID" \\`,
    `  -H "webhook-timestamp: $TIME" \\`,
    `  -H "webhook-signature: v1,$SIGNATURE" \\`,
    `  --data-raw "$BODY"`,
    "",
  ].join("\n");
}

/** Headers as received, but for secrets, which are masked, and what every request makes anew. */
function repeated({ headers }: EventDetail): EventDetail["headers"] {
  return headers.filter(({ name }) => !NOT_REPEATED.test(name));
}

/** A text as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a body is about; undefined when it says nothing of that, or what it says is nested too deeply to be laid out. */
function dataOf(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    const data = typeof parsed === "object" && parsed !== null && "data" in parsed ? parsed.data : undefined;
    return isDeeper(data, DATA_DEPTH_MAX) ? undefined : data;
  } catch {
    return undefined;
  }
}

/** Whether a value has more levels of lists and objects than that. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
