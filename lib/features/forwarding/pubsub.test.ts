import { generateKeyPairSync } from "node:crypto";
import { jwtVerify } from "jose";
import { afterEach, expect, test } from "vitest";
import { answerKind } from "#lib/contract/values/answer-kinds.ts";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { recorder, type RecorderAnswer } from "#tests/support/recorder.ts";
import { sendOnce } from "./send-once.ts";

const TOPIC = "projects/my-project/topics/orders";
const NOW = new Date();
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const FILE = {
  type: "service_account",
  project_id: "my-project",
  private_key_id: "key-1",
  private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
  client_email: "keeper@my-project.iam.gserviceaccount.com",
  token_uri: "https://oauth2.googleapis.com/token",
};
const auth = { kind: "google", serviceAccount: JSON.stringify(FILE), endpoint: "" } as const;
const RULES = rulesOf({
  forwarding: { allow: [], deny: [], ports: [443, 8443], isOpen: false },
  appUrl: "https://keeper.example.com",
  exceptionUrl: null,
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Each destination another one, since tokens are held by destination. */
let made = 0;
async function google(answer: () => RecorderAnswer = () => ({ status: 200, body: '{"messageIds":["1"]}' })) {
  const { origin, came, close } = await recorder(answer);
  ends.push(close);
  made += 1;
  const id = `google-${made}`;
  const send = (
    settings: Partial<DestinationSettings> = {},
    { now = NOW, version = 1, event = anEvent() } = {},
  ) =>
    sendOnce(
      aDestination({
        id,
        version,
        kind: "pubsub",
        url: TOPIC,
        auth: { ...auth, endpoint: origin },
        settings,
      }),
      event,
      { attempts: 0 },
      { now: () => now, signal: new AbortController().signal },
    );
  const sentIn = (index = 0) =>
    (JSON.parse(came[index]?.body.toString() ?? "") as { messages: Record<string, unknown>[] }).messages[0];
  return { came, send, sentIn };
}

test("a topic of Google Pub/Sub is sent each event under a token that its service account signed", async () => {
  const { came, send, sentIn } = await google();
  expect(await send()).toMatchObject({ outcome: "delivered", status: 200 });
  const [request] = came;
  expect(request).toMatchObject({ method: "POST", path: `/v1/${TOPIC}:publish` });
  const token = request?.headers["authorization"]?.replace("Bearer ", "") ?? "";
  const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
    issuer: FILE.client_email,
    subject: FILE.client_email,
    audience: "https://pubsub.googleapis.com/",
    currentDate: NOW,
  });
  expect([protectedHeader.alg, protectedHeader.kid]).toEqual(["RS256", "key-1"]);
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
  expect(sentIn()).toEqual({
    data: Buffer.from(anEvent().body).toString("base64"),
    attributes: expect.objectContaining({
      "webhook-id": eventId(anEvent()),
      "webhook-signature": expect.stringMatching(/^v1,/),
      "x-webhook-keeper-event-type": anEvent().scope,
    }),
  });
});

test("a token serves for minutes, and ends with the key that signed it", async () => {
  const { came, send } = await google();
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  await send();
  await send({}, { now: later(4) });
  await send({}, { now: later(6) });
  await send({}, { now: later(7), version: 2 });
  const [first, second, third, fourth] = came.map(({ headers }) => headers["authorization"]);
  expect([second === first, third === first, fourth === third]).toEqual([true, false, false]);
});

test("order is told by a key, as the destination's settings have it", async () => {
  const { send, sentIn } = await google();
  await send({ order: "thing" });
  await send({ order: "strict" });
  await send({ order: "thing" }, { event: anEvent({ resourceId: null, scope: "s".repeat(2_000) }) });
  expect([sentIn(0)?.["orderingKey"], sentIn(1)?.["orderingKey"]]).toEqual(["order 1023", "abc123"]);
  expect(sentIn(2)).not.toHaveProperty("orderingKey");
  expect(sentIn(2)?.["attributes"]).not.toHaveProperty("x-webhook-keeper-event-type");
});

test.each([
  [
    401,
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials.",
    "ill",
    "RECEIVER_KEY_WRONG",
    "key",
  ],
  [401, "UNAUTHENTICATED", "Check your iat and exp values.", "ill", "RECEIVER_CLOCK", "clock"],
  [403, "PERMISSION_DENIED", "User not authorized.", "ill", "RECEIVER_FORBIDS", "denied"],
  [400, "FAILED_PRECONDITION", "Billing is off.", "ill", "RECEIVER_FORBIDS", "denied"],
  [404, "NOT_FOUND", "Resource not found.", "ill", "RECEIVER_NOT_FOUND", "nothing_there"],
  [
    400,
    "INVALID_ARGUMENT",
    "The value for message is too large.",
    "given_up",
    "MESSAGE_TOO_LARGE",
    "too_large",
  ],
] as const)(
  "Google's error %i %s is told for what it is",
  async (code, status, message, outcome, failure, told) => {
    const { send } = await google(() => ({
      status: code,
      body: JSON.stringify({ error: { code, status, message } }),
    }));
    const judged = await send();
    expect(judged).toMatchObject({ outcome, failure: `${failure} ${status}`, status: code });
    expect(answerKind(judged)).toBe(told);
  },
);

test("what Google's HTTP status says already is left to it", async () => {
  const busy = await google(() => ({ status: 429, headers: { "retry-after": "7" }, body: "{}" }));
  const judged = await busy.send();
  expect(judged).toMatchObject({ outcome: "busy", notBefore: new Date(NOW.getTime() + 7_000) });
  const odd = await google(() => ({
    status: 400,
    body: JSON.stringify({ error: { status: "INVALID_ARGUMENT", message: "Bad attribute." } }),
  }));
  expect(await odd.send()).toMatchObject({ outcome: "unwelcome", failure: "RECEIVER_REJECTED" });
});

test.each([
  [TOPIC, true],
  ["projects/example.com:my-project/topics/orders.v1", true],
  ["projects/my-project/topics/google", false],
  ["projects/my-project/topics/o", false],
  ["projects/my-project/subscriptions/orders", false],
  ["projects/my-project/topics/orders/../../x", false],
  ["https://pubsub.googleapis.com/", false],
])("%s is a topic: %s", (name, isOne) => {
  expect(KINDS.pubsub.addressFault(name, RULES)).toBe(isOne ? null : "NOT_A_PUBSUB_TOPIC");
});

test("a key file that nothing can be signed with is refused", () => {
  const faultOf = (changes: object) => KINDS.pubsub.signInFault?.({ ...auth, ...changes }, RULES);
  const filed = (changes: object) => ({ serviceAccount: JSON.stringify({ ...FILE, ...changes }) });
  const { privateKey: other } = generateKeyPairSync("ed25519");
  expect(faultOf({})).toBe(null);
  expect(faultOf({ endpoint: "https://europe-west1-pubsub.googleapis.com" })).toBe(null);
  for (const wrong of [
    { serviceAccount: "AIza" },
    filed({ type: "authorized_user" }),
    filed({ private_key: "-----BEGIN PRIVATE KEY-----\nnone\n-----END PRIVATE KEY-----\n" }),
    filed({ private_key: other.export({ type: "pkcs8", format: "pem" }) }),
    filed({ client_email: "keeper" }),
  ])
    expect(faultOf(wrong)).toBe("SERVICE_ACCOUNT_WRONG");
  expect(faultOf({ endpoint: "http://10.0.0.1/" })).toBe("ENDPOINT_REFUSED");
});
