import { emailsFault } from "#lib/contract/values/alert-faults.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { eventBusAt, isPubsubTopic, queueAt, snsTopicAt } from "#lib/contract/values/cloud-addresses.ts";
import type { AuthKind, DestinationKind } from "#lib/contract/values/destinations.ts";

/** Kinds of places that events go to, as a person knows them. */
export const PLACES = [
  "slack",
  "teams",
  "automation",
  "server",
  "bigcommerce",
  "aws",
  "pubsub",
  "email",
] as const;
export type Place = (typeof PLACES)[number];

/** Places whose keys are part of the first question, since nothing goes there without. */
export const PLACE_AUTHS = { aws: "aws", pubsub: "google" } as const satisfies Partial<
  Record<Place, AuthKind>
>;
export type KeyedPlace = keyof typeof PLACE_AUTHS;

export const isKeyed = (place: Place): place is KeyedPlace => Object.hasOwn(PLACE_AUTHS, place);

const PLACE_OF: Readonly<Record<Exclude<DestinationKind, "http">, Place>> = {
  slack: "slack",
  teams: "teams",
  sqs: "aws",
  sns: "aws",
  eventbridge: "aws",
  pubsub: "pubsub",
  email: "email",
};

/** Whether its address is a web address, to which plain requests go. Pure. */
export const isWeb = (place: Place): place is Exclude<Place, KeyedPlace | "email"> =>
  !isKeyed(place) && place !== "email";

/** Where a saved destination leads. Pure. */
export function placeOf({ kind, signing }: Pick<DestinationView, "kind" | "signing">): Place {
  if (kind !== "http") return PLACE_OF[kind];
  return signing === "bigcommerce" ? "bigcommerce" : "server";
}

/** What a place is taken for while its address says nothing yet. */
export const USUAL_KIND: Readonly<Record<Place, DestinationKind>> = {
  slack: "slack",
  teams: "teams",
  automation: "http",
  server: "http",
  bigcommerce: "http",
  aws: "sqs",
  pubsub: "pubsub",
  email: "email",
};

/** What an address at AWS is of, by how it is written. */
const AT_AWS = [
  [queueAt, "sqs"],
  [snsTopicAt, "sns"],
  [eventBusAt, "eventbridge"],
] as const;

/** The kind of destination at an address in a place; null when the address is none of that place. Pure. */
export function kindAt(place: Place, address: string): DestinationKind | null {
  if (place === "aws") return AT_AWS.find(([isAt]) => isAt(address))?.[1] ?? null;
  if (place === "email") return emailsFault([address]) === null ? "email" : null;
  if (place === "pubsub") return isPubsubTopic(address) ? "pubsub" : null;
  const url = URL.parse(address);
  const isAddress = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== "";
  return isAddress ? USUAL_KIND[place] : null;
}
