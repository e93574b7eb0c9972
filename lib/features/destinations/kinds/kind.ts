import type { DestinationAuth } from "#lib/contract/destinations.ts";
import type { AuthKind, DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import type { Answered, OutboundCall } from "#lib/platform/outbound/exchange.ts";
import type { OutboundRules, Refusal } from "#lib/platform/outbound/rules.ts";

/** The body of a request, and what it is. */
export interface DeliveryBody {
  bytes: Uint8Array;
  contentType: string;
}

/** An event as a kind of destination is given it. */
export interface Message {
  /** The payload that the destination's settings choose. Throws what making it throws. */
  payload: () => Promise<DeliveryBody>;
  /** What happened, in words, and where a person sees it. Made for those kinds alone that say it. */
  words: () => { title: string; link: string; linkText: string };
}

/** A body that is made, for a kind that hands it over by a request of its own. */
export interface Parcel {
  destination: OpenDestination;
  body: DeliveryBody;
  /** What receivers of requests are told in headers: the event's id, time and signature, and what it is. */
  told: Readonly<Record<string, string>>;
  event: {
    id: string;
    scope: string;
    occurredAt: Date;
    /** What it is about, "type id"; null when it names nothing. */
    thing: string | null;
  };
}

/** What an answer means that a kind reads in its own way. */
export interface Verdict {
  outcome: DeliveryOutcome;
  /** A code, and behind a space what it names, if anything. */
  failure: string;
}

/** Why an address is not one of a kind, besides what is refused anyway. */
export type AddressFault =
  | Refusal
  | "NOT_A_SLACK_WEBHOOK"
  | "NOT_A_TEAMS_WORKFLOW"
  | "NOT_A_QUEUE"
  | "NOT_A_TOPIC"
  | "NOT_AN_EVENT_BUS"
  | "NOT_A_PUBSUB_TOPIC"
  | "NOT_AN_EMAIL";

/** Why nothing can be sent with a sign-in as it is. */
export type SignInFault = "SIGN_IN_UNFIT" | "AWS_KEY_WRONG" | "SERVICE_ACCOUNT_WRONG" | "ENDPOINT_REFUSED";

/** A system that events are sent to. */
export interface Kind {
  /** Why nothing is sent to an address as it is written; null when it can be one of this kind. Pure. */
  addressFault: (url: string, rules: OutboundRules) => AddressFault | null;
  /** What those are told of an address who may not know all of it, since a part may be a secret. Pure. */
  shownAddress: (url: string) => string;
  /** Ways to prove oneself that fit. */
  auths: readonly AuthKind[];
  /** What is wrong with a sign-in that fits; null when it can be tried. Pure. */
  signInFault?: (auth: DestinationAuth, rules: OutboundRules) => SignInFault | null;
  /** Whether requests can carry headers of the owner's. */
  takesHeaders: boolean;
  /**
   * Whether the receiver is a program that checks signatures and reads what Keeper tells beside a body; others are sent the
   * body alone, with the headers that the owner adds.
   */
  isSigned: boolean;
  /** Whether it is sent emails, and no requests: then a request is only what a preview shows. */
  isMail?: boolean;
  /** Whether people read it: an event is a sentence, with what was read of its thing. */
  isInWords: boolean;
  /** What is sent of an event. */
  bodyOf: (message: Message) => DeliveryBody | Promise<DeliveryBody>;
  /** Largest body with what is told beside it, where that is known. */
  bytesMax?: number;
  /** The request that hands a body over, for those to whom it is not simply posted. Pure. */
  callOf?: (parcel: Parcel) => OutboundCall;
  /**
   * That request with what proves who sends it. Throws what asking for a token throws.
   * @param now Time of this attempt.
   */
  proveCall?: (call: OutboundCall, destination: OpenDestination, now: Date) => Promise<OutboundCall>;
  /** What an answer means; null when it means what its status says. Pure. */
  verdictOf?: (answer: Answered) => Verdict | null;
}
