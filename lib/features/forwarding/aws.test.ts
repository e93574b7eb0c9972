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

describe("a topic of Amazon SNS", () => {
  const TOPIC = "arn:aws:sns:eu-west-1:123456789012:orders";

  test("is sent each event as a message that is signed, in order where it keeps one", async () => {
    const { came, at } = await aws(() => ({ status: 200, body: "<PublishResponse/>" }));
    const destination = at("sns", `${TOPIC}.fifo`);
    expect(await sendOnce(destination, anEvent(), { attempts: 0 }, how)).toMatchObject({
      outcome: "delivered",
    });
    await sendOnce(at("sns", TOPIC), anEvent(), { attempts: 0 }, how);
    const [request, plain] = came;
    expect(request && isSignedFor(request, { secret: SECRET, region: "eu-west-1", service: "sns" })).toBe(
      true,
    );
    const sent = Object.fromEntries(new URLSearchParams(request?.body.toString()));
    expect(sent).toMatchObject({
      Action: "Publish",
      Version: "2010-03-31",
      TopicArn: `${TOPIC}.fifo`,
      Message: anEvent().body.toString(),
      MessageGroupId: "order-1023",
      MessageDeduplicationId: eventId(anEvent()),
      "MessageAttributes.entry.1.Name": "webhook-id",
      "MessageAttributes.entry.1.Value.DataType": "String",
      "MessageAttributes.entry.1.Value.StringValue": eventId(anEvent()),
    });
    expect(plain?.body.toString()).not.toMatch(/MessageGroupId|MessageDeduplicationId/);
  });

  test("is told of in its own way, which is XML, and takes no more than 256 KB", async () => {
    const told = (code: string, message: string, status: number) =>
      `${status} <ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
    const cases = [
      [
        told("AuthorizationError", "not authorized to perform: SNS:Publish", 403),
        "RECEIVER_FORBIDS AuthorizationError",
      ],
      [told("NotFound", "Topic does not exist", 404), "RECEIVER_NOT_FOUND NotFound"],
      [
        told("InvalidParameter", "Invalid parameter: Message too long", 400),
        "MESSAGE_TOO_LARGE InvalidParameter",
      ],
      [told("Throttled", "Rate exceeded", 429), "RECEIVER_BUSY Throttled"],
      [
        told("InvalidClientTokenId", "The security token is invalid", 403),
        "RECEIVER_KEY_WRONG InvalidClientTokenId",
      ],
    ] as const;
    for (const [answer, failure] of cases) {
      const { at } = await aws(() => ({ status: Number(answer.slice(0, 3)), body: answer.slice(4) }));
      expect(await sendOnce(at("sns", TOPIC), anEvent(), { attempts: 0 }, how)).toMatchObject({ failure });
    }
    const { came, at } = await aws();
    const large = anEvent({ body: Buffer.alloc(262_144, "x") });
    expect(await sendOnce(at("sns", TOPIC), large, { attempts: 0 }, how)).toMatchObject({
      outcome: "broken",
    });
    expect(came).toHaveLength(0);
  });
});

describe("an event bus of Amazon EventBridge", () => {
  const BUS = "arn:aws:events:us-east-1:123456789012:event-bus/default";
  const sending = async (body: Buffer) => {
    const { came, at } = await aws(() => ({
      status: 200,
      body: '{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}',
    }));
    const judged = await sendOnce(at("eventbridge", BUS), anEvent({ body }), { attempts: 0 }, how);
    const { Entries } = JSON.parse(came[0]?.body.toString() ?? "") as { Entries: Record<string, string>[] };
    return { judged, request: came[0], entry: Entries[0] ?? {}, detail: Entries[0]?.["Detail"] ?? "" };
  };

  test("is sent each event as an entry that is signed, its numbers as they were written", async () => {
    const { judged, request, entry, detail } = await sending(Buffer.from(' {"id":12345678901234567890} '));
    expect(judged).toMatchObject({ outcome: "delivered", failure: null });
    expect(request && isSignedFor(request, { secret: SECRET, region: "us-east-1", service: "events" })).toBe(
      true,
    );
    expect(request?.headers).toMatchObject({ "x-amz-target": "AWSEvents.PutEvents" });
    expect(entry).toMatchObject({
      EventBusName: BUS,
      Source: "webhook-keeper.abc123",
      DetailType: anEvent().scope,
      Time: anEvent().occurredAt.getTime() / 1_000,
    });
    expect(detail).toContain('"id":12345678901234567890}');
    const { webhookKeeper } = JSON.parse(detail) as { webhookKeeper: Record<string, string> };
    expect(webhookKeeper).toMatchObject({
      "webhook-id": eventId(anEvent()),
      "x-webhook-keeper-attempt": "1",
    });
    expect(webhookKeeper).not.toHaveProperty("webhook-signature");
  });

  test.each([
    [Buffer.from("{}"), {}],
    [Buffer.from("[1]"), { payload: [1] }],
    [Buffer.from([0xff, 0x00]), { payload_base64: "/wA=" }],
  ])("is sent what is no object within one, %#", async (body, expected) => {
    const { webhookKeeper, ...others } = JSON.parse((await sending(body)).detail) as Record<string, unknown>;
    expect([typeof webhookKeeper, others]).toEqual(["object", expected]);
  });

  test.each([
    ["InternalFailure", "ill", "RECEIVER_FAILED InternalFailure", "error"],
    ["ThrottlingException", "busy", "RECEIVER_BUSY ThrottlingException", "busy"],
    ["AccessDeniedException", "ill", "RECEIVER_FORBIDS AccessDeniedException", "denied"],
    ["NotAuthorizedForSourceException", "ill", "RECEIVER_FORBIDS NotAuthorizedForSourceException", "denied"],
    ["MalformedDetail", "unwelcome", "RECEIVER_REJECTED MalformedDetail", "rejected"],
    ["a code of\nnext year", "unwelcome", "RECEIVER_REJECTED UnknownError", "rejected"],
  ])(
    "that answers 200 and took nothing, since %s, did not get the event",
    async (code, outcome, failure, told) => {
      const body = JSON.stringify({
        FailedEntryCount: 1,
        Entries: [{ ErrorCode: code, ErrorMessage: "No." }],
      });
      const { at } = await aws(() => ({ status: 200, body }));
      const judged = await sendOnce(at("eventbridge", BUS), anEvent(), { attempts: 0 }, how);
      expect(judged).toMatchObject({
        outcome,
        failure,
        status: 200,
        answer: expect.stringContaining("ErrorCode"),
      });
      expect(answerKind(judged)).toBe(told);
    },
  );
});

test("an event bus that does not say why it took nothing did not get the event either", async () => {
  const { at } = await aws(() => ({ status: 200, body: '{"FailedEntryCount":1}' }));
  const bus = at("eventbridge", "arn:aws:events:us-east-1:123456789012:event-bus/default");
  expect(await sendOnce(bus, anEvent(), { attempts: 0 }, how)).toMatchObject({ outcome: "unwelcome" });
});

test.each([
  ["sns", "arn:aws:sns:eu-west-1:123456789012:orders.fifo", "https://sns.eu-west-1.amazonaws.com"],
  ["sns", "arn:aws-cn:sns:cn-north-1:123456789012:a", "https://sns.cn-north-1.amazonaws.com.cn"],
  ["sns", "arn:aws:sns:eu-west-1:123456789012:orders:11111111-1111-1111-1111-111111111111", null],
  ["sns", "arn:aws:sqs:eu-west-1:123456789012:orders", null],
  ["sns", "https://sns.eu-west-1.amazonaws.com/", null],
  [
    "eventbridge",
    "arn:aws-us-gov:events:us-gov-west-1:123456789012:event-bus/a",
    "https://events.us-gov-west-1.amazonaws.com",
  ],
  ["eventbridge", "arn:aws:events:eu-west-1:123456789012:rule/a", null],
  ["eventbridge", "default", null],
] as const)("%s at %s is %s to those who may not know more", (kind, arn, shown) => {
  expect(KINDS[kind].addressFault(arn, RULES) === null).toBe(shown !== null);
  if (shown !== null) expect(KINDS[kind].shownAddress(arn)).toBe(shown);
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
