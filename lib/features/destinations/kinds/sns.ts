import { snsTopicAt } from "#lib/contract/values/cloud-addresses.ts";
import { fifoOf, messageOf } from "./aws/message.ts";
import { awsKind } from "./aws/service.ts";
import type { Parcel } from "./kind.ts";

/** Source: SNS API Reference, Publish. */
const BYTES_MAX = 262_144;

/** A topic of Amazon SNS. */
export const sns = awsKind({
  service: "sns",
  addressAt: snsTopicAt,
  notAnAddress: "NOT_A_TOPIC",
  bytesMax: BYTES_MAX,
  callOf: (parcel, { isFifo }) => ({
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: publishing(parcel, isFifo).toString(),
  }),
});

/** Source: SNS API Reference, Publish; AWS query protocol. */
function publishing(parcel: Parcel, isFifo: boolean): URLSearchParams {
  const { text, attributes } = messageOf(parcel);
  const entries = Object.entries(attributes).flatMap(([name, { DataType, StringValue }], index) => {
    const entry = `MessageAttributes.entry.${index + 1}`;
    return [
      [`${entry}.Name`, name],
      [`${entry}.Value.DataType`, DataType],
      [`${entry}.Value.StringValue`, StringValue],
    ];
  });
  return new URLSearchParams([
    ["Action", "Publish"],
    ["Version", "2010-03-31"],
    ["TopicArn", parcel.destination.url],
    ["Message", text],
    ...(isFifo ? Object.entries(fifoOf(parcel)) : []),
    ...entries,
  ]);
}
