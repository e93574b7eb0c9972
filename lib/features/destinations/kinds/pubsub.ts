import { isPubsubTopic } from "#lib/contract/values/cloud-addresses.ts";
import { googleFault, googleToken } from "./google/service-account.ts";
import { googleVerdict } from "./google/verdict.ts";
import type { Kind, Parcel } from "./kind.ts";

const ORIGIN = "https://pubsub.googleapis.com";
/** Source: Pub/Sub, quotas and limits: a message, and the value of an attribute. */
const BYTES_MAX = 10_000_000;
const VALUE_BYTES_MAX = 1_024;

/** A topic of Google Pub/Sub. Source: Pub/Sub REST reference, projects.topics.publish. */
export const pubsub: Kind = {
  addressFault: (url) => (isPubsubTopic(url) ? null : "NOT_A_PUBSUB_TOPIC"),
  shownAddress: () => ORIGIN,
  auths: ["google"],
  signInFault: googleFault,
  takesHeaders: false,
  isSigned: true,
  isInWords: false,
  bodyOf: ({ payload }) => payload(),
  bytesMax: BYTES_MAX,
  callOf: (parcel) => {
    const { url: topic, auth } = parcel.destination;
    const own = auth.kind === "google" && auth.endpoint !== "" ? auth.endpoint : ORIGIN;
    return {
      url: new URL(`/v1/${topic}:publish`, own).href,
      headers: { "content-type": "application/json" },
      body: Buffer.from(JSON.stringify({ messages: [messageOf(parcel)] })),
    };
  },
  proveCall: async (call, destination, now) => ({
    ...call,
    headers: {
      ...call.headers,
      authorization: `Bearer ${await googleToken(destination, `${ORIGIN}/`, now)}`,
    },
  }),
  verdictOf: googleVerdict,
};

function messageOf({ destination: { storeHash, settings }, body, told, event: { thing } }: Parcel) {
  const key = { none: null, thing, strict: storeHash }[settings.order];
  const attributes = Object.entries(told).filter(([, value]) => Buffer.byteLength(value) <= VALUE_BYTES_MAX);
  return {
    data: Buffer.from(body.bytes).toString("base64"),
    attributes: Object.fromEntries(attributes),
    ...(key !== null && { orderingKey: key }),
  };
}
