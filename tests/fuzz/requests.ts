import { createHash } from "node:crypto";
import fc from "fast-check";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import type { Sender } from "#tests/lab/deliveries.ts";

/** Largest body that is read. */
const BODY_BYTES_MAX = 256 * 1024;

/** A request as it goes over the wire. */
export interface FuzzRequest {
  /** The bytes, from the request line to the last byte of the body. */
  bytes: Buffer;
  /**
   * Statuses that are right for it; an empty list where the connection may as well just end. Of what may mean anything,
   * all that is asked is an answer that is no fault of ours.
   */
  expected: readonly number[] | "no fault of ours";
  /** A client that hangs up after its last byte, as nobody does who wants an answer. */
  hangsUp?: true;
}

export const token = fc.string({
  unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-")),
  minLength: 1,
  maxLength: 20,
});
const headerValue = fc.oneof(
  token,
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
  fc.constantFrom("", "é", "v1,", "v1,AAAA v2,BBBB", "\u{fffd}", "9".repeat(400)),
);

export const oddJson = fc.oneof(
  fc.json(),
  fc.constantFrom(
    "",
    "null",
    "[]",
    "{}",
    "[".repeat(5_000),
    `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
    `${'{"data":'.repeat(2_000)}1${"}".repeat(2_000)}`,
    '{"__proto__":{"scope":"store/order/created"},"hash":"x"}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"scope":"store/order/created","hash":"h","created_at":1e400,"data":{"type":"order","id":1e308}}',
    '{"scope":"store/order/created","hash":"h","created_at":-1,"data":{"id":"9'
      .padEnd(3_000, "9")
      .concat('"}}'),
    '{"scope":["store/order/created"],"hash":{"a":1},"data":[1,2,{"id":3}]}',
    '{"scope":"\\u0000\\ud800","hash":"\\u0000","producer":"stores/\\u0000","data":{"type":"a","id":"\\udfff"}}',
    "a".repeat(BODY_BYTES_MAX),
    "a".repeat(BODY_BYTES_MAX + 1),
  ),
);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
/** Events that are delivered again and again, and asked for. */
export const KNOWN_EVENTS = Array.from({ length: 12 }, (_, number) => ({
  hash: `known${number}`,
  occurredAt: new Date(today - number * HOUR_MS),
}));
const knownEvent = fc
  .record({
    event: fc.constantFrom(...KNOWN_EVENTS),
    scope: fc.constantFrom("store/order/created", "store/product/updated", "store/robot/built", ""),
    data: fc.oneof(
      fc.record({ type: fc.constantFrom("order", "product", "\u0000"), id: fc.oneof(fc.nat(9), token) }),
      fc.jsonValue(),
    ),
  })
  .map(({ event: { hash, occurredAt }, scope, data }) =>
    JSON.stringify({ scope, hash, created_at: occurredAt.getTime() / 1000, store_id: "1", data }),
  );
const body = fc.oneof(
  { weight: 4, arbitrary: oddJson.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: knownEvent.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

/** A well-formed request with an odd body, proven or not. */
function delivered(sender: Sender, now: Date): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      body,
      proof: fc.constantFrom("signature", "header", "both", "none", "wrong"),
      extra: fc.array(fc.tuple(token, headerValue), { maxLength: 6 }),
      store: fc.oneof(
        { weight: 5, arbitrary: fc.constant(sender.storeHash) },
        { weight: 1, arbitrary: token },
      ),
      isChunked: fc.boolean(),
    })
    .map(({ body: bytes, proof, extra, store, isChunked }) => {
      const isOurs = store === sender.storeHash;
      const headers = [
        ...extra.filter(([name]) => !RESERVED.has(name)).map(([name, value]) => `${name}: ${value}`),
        ...proofHeaders(bytes, proof, sender, now),
      ];
      // The secret proves nothing at a store that it was not made for.
      const isProven = proof === "signature" || proof === "both" || (proof === "header" && isOurs);
      const tooLarge = bytes.byteLength > BODY_BYTES_MAX;
      return {
        bytes: wire("POST", `/api/webhooks/${store}`, headers, bytes, isChunked),
        expected: tooLarge ? [413] : isProven ? [200] : [401],
      };
    });
}

const RESERVED = new Set(["content-length", "transfer-encoding", "connection", "host", "expect", "upgrade"]);

function proofHeaders(bytes: Buffer, proof: string, sender: Sender, now: Date): string[] {
  const id = createHash("sha1").update(bytes).digest("hex");
  const seconds = Math.floor(now.getTime() / 1000);
  const signature = sign(id, seconds, bytes, proof === "wrong" ? "another secret" : sender.clientSecret);
  return [
    ...(proof === "header" || proof === "both" ? [`${SECRET_HEADER}: ${sender.webhookSecret}`] : []),
    ...(proof === "signature" || proof === "both" || proof === "wrong"
      ? [`webhook-id: ${id}`, `webhook-timestamp: ${seconds}`, `webhook-signature: ${signature}`]
      : []),
  ];
}

/** Puts a request into the bytes of HTTP/1.1; the connection may be kept for more. */
export function wire(
  method: string,
  path: string,
  headers: readonly string[],
  payload: Buffer,
  isChunked: boolean,
): Buffer {
  const framing = isChunked ? "transfer-encoding: chunked" : `content-length: ${payload.byteLength}`;
  const head = [`${method} ${path} HTTP/1.1`, "host: fuzz", framing, ...headers, "", ""];
  const chunked = () =>
    Buffer.concat([
      ...(payload.byteLength > 0
        ? [Buffer.from(`${payload.byteLength.toString(16)}\r\n`), payload, Buffer.from("\r\n")]
        : []),
      Buffer.from("0\r\n\r\n"),
    ]);
  return Buffer.concat([Buffer.from(head.join("\r\n"), "latin1"), isChunked ? chunked() : payload]);
}

/** What no client of HTTP would send. */
const malformed: fc.Arbitrary<FuzzRequest> = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom(
        "GET / HTTP/9.9\r\n\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\n\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\nbad header\r\n\r\n",
        "POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\nx: a\0b\r\n\r\n",
        `POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\nx: ${"a".repeat(40_000)}\r\n\r\n`,
        `POST /api/webhooks/${"a".repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
        `POST /api/webhooks/lab1 HTTP/1.1\r\nhost: a\r\n${"x: y\r\n".repeat(3_000)}\r\n`,
      )
      .map((text) => Buffer.from(text, "latin1")),
  )
  .map((bytes) => ({ bytes, expected: [], hangsUp: true }));

/** Paths and methods around the receiver's. */
const elsewhere: fc.Arbitrary<FuzzRequest> = fc
  .record({
    method: fc.constantFrom("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"),
    path: fc.constantFrom(
      "lab1",
      "lab1/",
      "lab1?x=1",
      "%00",
      "..%2f..%2f",
      "%E0%A4%A",
      "a/b",
      "%",
      "\\..",
      "LAB1",
    ),
  })
  .map(({ method, path }) => ({
    bytes: wire(method, `/api/webhooks/${path}`, [], Buffer.alloc(0), false),
    expected: [400, 404, 405],
  }));

/** Requests to the receiver of every kind, most of them such as reach our own code. */
export function receiverRequest(senders: readonly Sender[], now: Date): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 16, arbitrary: fc.constantFrom(...senders).chain((sender) => delivered(sender, now)) },
    { weight: 2, arbitrary: malformed },
    { weight: 2, arbitrary: elsewhere },
  );
}
