import { snsTopicAt, type CloudAddress } from "#lib/contract/values/cloud-addresses.ts";
import { fifoOf, messageOf } from "./aws/message.ts";
import { awsCall, awsFault, signedCall } from "./aws/sign.ts";
import { awsVerdict } from "./aws/verdict.ts";
import { originOf } from "./http.ts";
import type { Kind, Parcel } from "./kind.ts";

/** Source: SNS API Reference, Publish. */
const BYTES_MAX = 262_144;

/** A topic of Amazon SNS. */
export const sns: Kind = {
  addressFault: (arn) => (snsTopicAt(arn) ? null : "NOT_A_TOPIC"),
  shownAddress: (arn) => originOf(topicOf(arn).endpoint),
  auths: ["aws"],
  signInFault: awsFault,
  takesHeaders: false,
  isSigned: true,
  isInWords: false,
  bodyOf: ({ payload }) => payload(),
  bytesMax: BYTES_MAX,
  callOf: (parcel) => {
    const { url, auth } = parcel.destination;
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    return awsCall(topicOf(url), auth, headers, publishing(parcel).toString());
  },
  proveCall: (call, { url, auth }, now) => signedCall(call, { service: "sns", ...topicOf(url) }, auth, now),
  verdictOf: awsVerdict,
};

/** Source: SNS API Reference, Publish; AWS query protocol. */
function publishing(parcel: Parcel): URLSearchParams {
  const { url } = parcel.destination;
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
    ["TopicArn", url],
    ["Message", text],
    ...(topicOf(url).isFifo ? Object.entries(fifoOf(parcel)) : []),
    ...entries,
  ]);
}

function topicOf(arn: string): CloudAddress {
  const topic = snsTopicAt(arn);
  if (!topic) throw new Error("a destination that is a topic has another address");
  return topic;
}
