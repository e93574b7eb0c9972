import { queueAt, type CloudAddress } from "#lib/contract/values/cloud-addresses.ts";
import { fifoOf, messageOf } from "./aws/message.ts";
import { awsCall, awsFault, signedCall } from "./aws/sign.ts";
import { awsVerdict } from "./aws/verdict.ts";
import { originOf } from "./http.ts";
import type { Kind } from "./kind.ts";

/** Source: SQS Developer Guide, quotas related to messages (attributes count). */
const BYTES_MAX = 1_048_576;

/** A queue of Amazon SQS. Source: SQS Developer Guide, AWS JSON protocol; API Reference, SendMessage. */
export const sqs: Kind = {
  addressFault: (url) => (queueAt(url) ? null : "NOT_A_QUEUE"),
  shownAddress: originOf,
  auths: ["aws"],
  signInFault: awsFault,
  takesHeaders: false,
  isSigned: true,
  isInWords: false,
  bodyOf: ({ payload }) => payload(),
  bytesMax: BYTES_MAX,
  callOf: (parcel) => {
    const { url, auth } = parcel.destination;
    const queue = queueOf(url);
    const { text, attributes } = messageOf(parcel);
    const message = {
      QueueUrl: url,
      MessageBody: text,
      MessageAttributes: attributes,
      ...(queue.isFifo && fifoOf(parcel)),
    };
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "AmazonSQS.SendMessage",
    };
    return awsCall(queue, auth, headers, JSON.stringify(message));
  },
  proveCall: (call, { url, auth }, now) => signedCall(call, { service: "sqs", ...queueOf(url) }, auth, now),
  verdictOf: awsVerdict,
};

function queueOf(url: string): CloudAddress {
  const queue = queueAt(url);
  if (!queue) throw new Error("a destination that is a queue has another address");
  return queue;
}
