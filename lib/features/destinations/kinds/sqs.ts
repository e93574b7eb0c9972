import { queueAt } from "#lib/contract/values/cloud-addresses.ts";
import { fifoOf, messageOf } from "./aws/message.ts";
import { awsKind } from "./aws/service.ts";

/** Source: SQS Developer Guide, quotas related to messages (attributes count). */
const BYTES_MAX = 1_048_576;

/** A queue of Amazon SQS. Source: SQS Developer Guide, AWS JSON protocol; API Reference, SendMessage. */
export const sqs = awsKind({
  service: "sqs",
  addressAt: queueAt,
  notAnAddress: "NOT_A_QUEUE",
  bytesMax: BYTES_MAX,
  callOf: (parcel, { isFifo }) => {
    const { text, attributes } = messageOf(parcel);
    const message = {
      QueueUrl: parcel.destination.url,
      MessageBody: text,
      MessageAttributes: attributes,
      ...(isFifo && fifoOf(parcel)),
    };
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "AmazonSQS.SendMessage",
    };
    return { headers, body: JSON.stringify(message) };
  },
});
