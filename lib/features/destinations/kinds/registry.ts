import type { DestinationKind } from "#lib/contract/values/destinations.ts";
import { email } from "./email.ts";
import { eventbridge } from "./eventbridge.ts";
import { http } from "./http.ts";
import type { Kind } from "./kind.ts";
import { pubsub } from "./pubsub.ts";
import { slack } from "./slack.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { teams } from "./teams.ts";

/** Every kind of destination. */
export const KINDS: Readonly<Record<DestinationKind, Kind>> = {
  http,
  slack,
  teams,
  sqs,
  sns,
  eventbridge,
  pubsub,
  email,
};
