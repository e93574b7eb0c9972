import type { EventDetail } from "#lib/contract/events.ts";

/** Header names that a test request sends anew, or that only the way here made. */
const NOT_REPEATED =
  /^(webhook-(id|timestamp|signature)|host|content-length|connection|accept-encoding|x-.*)$/;

/** The event as the app knows it, with its body parsed where it is JSON, for a bug report or a script. Pure. */
export function jsonOf(event: EventDetail): string {
  return JSON.stringify({ ...event, body: parsed(event.body) }, null, 2);
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
  const body = parsed(event.body);
  const data = typeof body === "object" && body !== null && "data" in body ? body.data : undefined;
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

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
