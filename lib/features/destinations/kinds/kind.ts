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
  /** What happened, in words. */
  title: string;
  /** Where a person sees the event. */
  link: string;
  linkText: string;
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
  /** What is sent of an event. */
  bodyOf: (message: Message) => DeliveryBody | Promise<DeliveryBody>;
}
