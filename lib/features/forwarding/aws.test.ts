import { afterEach, describe, expect, test } from "vitest";
import { queueAt } from "#lib/contract/values/cloud-addresses.ts";
import { answerKind } from "#lib/contract/values/answer-kinds.ts";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import type { DestinationKind } from "#lib/contract/values/destinations.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import { aDestination, anEvent, KEY } from "#tests/support/forwarded.ts";
import { recorder, type RecorderAnswer } from "#tests/support/recorder.ts";
import { isSignedFor } from "#tests/support/sigv4.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { Webhook } from "standardwebhooks";
import { sendOnce } from "./send-once.ts";

const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";
const NOW = new Date();
const how = { now: () => NOW, signal: new AbortController().signal };

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function aws(answer: () => RecorderAnswer = () => ({ status: 200, body: "{}" })) {
  const { origin, came, close } = await recorder(answer);
  ends.push(close);
  const auth = { kind: "aws", accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: SECRET } as const;
  const at = (kind: DestinationKind, url: string, settings: Partial<DestinationSettings> = {}) =>
    aDestination({ kind, url, auth: { ...auth, endpoint: `${origin}/` }, settings });
  return { came, at, sentIn: (index = 0) => JSON.parse(came[index]?.body.toString() ?? "") as Sent };
}
type Attributes = Record<string, { DataType: string; StringValue: string }>;
type Sent = Record<string, string> & { MessageAttributes: Attributes };

test("signatures are checked by AWS's own example", () => {
  const authorization =
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b";
  const headers = { host: "example.amazonaws.com", "x-amz-date": "20150830T123600Z", authorization };
  const request = { method: "POST", path: "/", headers, body: Buffer.alloc(0) };
  const scope = {
    secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    region: "us-east-1",
    service: "service",
  };
  expect(isSignedFor(request, scope)).toBe(true);
  expect(isSignedFor({ ...request, body: Buffer.from("x") }, scope)).toBe(false);
});

describe("a queue of Amazon SQS", () => {
  test("is sent each event as a message that is signed, with what a receiver is told beside it", async () => {
    const { came, at, sentIn } = await aws();
    expect(await sendOnce(at("sqs", QUEUE), anEvent(), { attempts: 1 }, how)).toMatchObject({
      outcome: "delivered",
      status: 200,
    });
    const [request] = came;
    expect(request).toMatchObject({
      method: "POST",
      path: "/",
      headers: {
        "x-amz-target": "AmazonSQS.SendMessage",
        "content-type": "application/x-amz-json-1.0",
        "user-agent": expect.stringMatching(/^Webhook-Keeper\//),
      },
    });
    const scope = { secret: SECRET, region: "eu-west-1", service: "sqs" };
    expect(request && isSignedFor(request, scope)).toBe(true);
    expect(request && isSignedFor(request, { ...scope, secret: "another" })).toBe(false);
    expect(request?.headers["authorization"]).toMatch(/SignedHeaders=[^,]*x-amz-target/);
    const { QueueUrl, MessageBody = "", MessageAttributes, ...others } = sentIn();
    expect([QueueUrl, MessageBody, others]).toEqual([QUEUE, anEvent().body.toString(), {}]);
    const told = Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
    );
    expect(told).toMatchObject({ "webhook-id": eventId(anEvent()), "x-webhook-keeper-attempt": "2" });
    new Webhook(KEY).verify(MessageBody, told);
  });

  test("that keeps an order keeps that of each thing, and knows a copy", async () => {
    const { at, sentIn } = await aws();
    const fifo = `${QUEUE}.fifo`;
    const send = (destination: ReturnType<typeof at>, event = anEvent()) =>
      sendOnce(destination, event, { attempts: 0 }, how);
    await send(at("sqs", fifo));
    await send(at("sqs", fifo), anEvent({ resourceId: null, scope: "store/größe", hash: "x".repeat(200) }));
    await send(at("sqs", fifo, { order: "strict" }));
    expect(sentIn(0)).toMatchObject({
      MessageGroupId: "order-1023",
      MessageDeduplicationId: eventId(anEvent()),
    });
    expect(sentIn(1)).toMatchObject({
      MessageGroupId: "store/gr--e",
      MessageDeduplicationId: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(sentIn(2)).toMatchObject({ MessageGroupId: "abc123" });
  });

  test("is sent bytes that are no text as base64, and ten attributes at most", async () => {
    const { at, sentIn } = await aws();
    const bytes = Buffer.from([0x7b, 0xff, 0x00]);
    const facts = { attempts: 0, skipped: 3, isReplay: true, isTest: true };
    await sendOnce(at("sqs", QUEUE), anEvent({ body: bytes }), facts, how);
    const { MessageBody = "", MessageAttributes } = sentIn();
    expect(Buffer.from(MessageBody, "base64")).toEqual(bytes);
    expect(Object.keys(MessageAttributes)).toHaveLength(10);
    expect(MessageAttributes["content-transfer-encoding"]?.StringValue).toBe("base64");
  });

  test("is sent nothing that is larger than it takes, and that event is given up", async () => {
    const { came, at } = await aws();
    const large = anEvent({ body: Buffer.alloc(1_048_576, "x") });
    const judged = await sendOnce(at("sqs", QUEUE), large, { attempts: 0 }, how);
    expect(judged).toMatchObject({
      outcome: "broken",
      failure: expect.stringMatching(/^MESSAGE_TOO_LARGE 104/),
    });
    expect(answerKind(judged)).toBe("too_large");
    expect(came).toHaveLength(0);
  });
});

test.each([
  [
    "com.amazonaws.sqs#QueueDoesNotExist",
    400,
    "",
    "ill",
    "RECEIVER_NOT_FOUND QueueDoesNotExist",
    "nothing_there",
  ],
  ["com.amazonaws.sqs#RequestThrottled", 400, "", "busy", "RECEIVER_BUSY RequestThrottled", "busy"],
  ["ThrottlingException", 400, "Rate exceeded", "busy", "RECEIVER_BUSY ThrottlingException", "busy"],
  ["AccessDeniedException", 403, "", "ill", "RECEIVER_FORBIDS AccessDeniedException", "denied"],
  ["KmsAccessDenied", 400, "", "ill", "RECEIVER_FORBIDS KmsAccessDenied", "denied"],
  ["InvalidClientTokenId", 403, "", "ill", "RECEIVER_KEY_WRONG InvalidClientTokenId", "key"],
  ["ExpiredTokenException", 403, "", "ill", "RECEIVER_KEY_WRONG ExpiredTokenException", "key"],
  ["SignatureDoesNotMatch", 403, "", "ill", "RECEIVER_KEY_WRONG SignatureDoesNotMatch", "key"],
  [
    "InvalidSignatureException",
    403,
    "Signature expired: 20261130T120000Z is now earlier than 20261130T122000Z",
    "ill",
    "RECEIVER_CLOCK InvalidSignatureException",
    "clock",
  ],
  [
    "com.amazonaws.sqs#InvalidParameterValueException",
    400,
    "One or more parameters are invalid. Reason: Message must be shorter than 262144 bytes.",
    "given_up",
    "MESSAGE_TOO_LARGE InvalidParameterValueException",
    "too_large",
  ],
  ["com.amazonaws.sqs#InvalidMessageContents", 400, "", "unwelcome", "RECEIVER_REJECTED", "rejected"],
  ["InternalFailure", 500, "", "ill", "RECEIVER_FAILED InternalFailure", "error"],
])("AWS's error %s is told for what it is", async (type, status, message, outcome, failure, told) => {
  const { at } = await aws(() => ({ status, body: JSON.stringify({ __type: type, message }) }));
  const judged = await sendOnce(at("sqs", QUEUE), anEvent(), { attempts: 0 }, how);
  expect(judged).toMatchObject({
    outcome,
    status,
    failure,
    turnsOff: false,
    answer: expect.stringContaining(type),
  });
  expect(answerKind(judged)).toBe(told);
});

test("an answer that is none of AWS's means what its status says", async () => {
  const { at } = await aws(() => ({ status: 502, body: "<html>" }));
  expect(await sendOnce(at("sqs", QUEUE), anEvent(), { attempts: 0 }, how)).toMatchObject({
    outcome: "ill",
    failure: "RECEIVER_FAILED",
  });
});

test.each([
  [QUEUE, "eu-west-1", false],
  [`${QUEUE}.fifo`, "eu-west-1", true],
  ["https://sqs.us-gov-west-1.amazonaws.com/123456789012/a", "us-gov-west-1", false],
  ["https://sqs.cn-north-1.amazonaws.com.cn/123456789012/a", "cn-north-1", false],
  ["https://us-east-2.queue.amazonaws.com/123456789012/a", "us-east-2", false],
  ["https://sqs.eu-west-1.amazonaws.com/123456789012/", null, false],
  ["https://sqs.eu-west-1.amazonaws.com.example.com/123456789012/a", null, false],
  ["https://hooks.example.com/123456789012/a", null, false],
  ["http://sqs.eu-west-1.amazonaws.com/123456789012/a", null, false],
  ["arn:aws:sqs:eu-west-1:123456789012:a", null, false],
])("%s is a queue in %s, in order: %s", (url, region, isFifo) => {
  expect(queueAt(url)).toEqual(region && expect.objectContaining({ region, isFifo }));
  expect(KINDS.sqs.addressFault(url, RULES)).toBe(region === null ? "NOT_A_QUEUE" : null);
});

const RULES = rulesOf({
  forwarding: { allow: [], deny: [], ports: [443, 8443], isOpen: false },
  appUrl: "https://keeper.example.com",
  exceptionUrl: null,
});
