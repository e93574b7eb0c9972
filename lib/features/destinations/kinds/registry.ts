import type { DestinationKind } from "#lib/contract/values/destinations.ts";
import { http } from "./http.ts";
import type { Kind } from "./kind.ts";
import { pubsub } from "./pubsub.ts";
import { slack } from "./slack.ts";
import { sqs } from "./sqs.ts";

/** Every kind of destination. */
export const KINDS: Readonly<Record<DestinationKind, Kind>> = { http, slack, sqs, pubsub };
