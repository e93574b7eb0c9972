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

/** Why an address is not one of a kind, besides what is refused anyway. */
export type AddressFault = Refusal | "NOT_A_SLACK_WEBHOOK";

/** A system that events are sent to. */
export interface Kind {
  /** Why nothing is sent to an address as it is written; null when it can be one of this kind. Pure. */
  addressFault: (url: string, rules: OutboundRules) => AddressFault | null;
  /**
   * Whether the receiver is a program that checks signatures and reads Keeper's headers; others are sent the body alone,
   * with the headers that the owner adds.
   */
  isSigned: boolean;
  /** Whether people read it: an event is a sentence, with what was read of its thing. */
  isInWords: boolean;
  /** What is sent of an event. */
  bodyOf: (message: Message) => DeliveryBody | Promise<DeliveryBody>;
}
