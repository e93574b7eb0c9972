import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted } from "./plural.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";

export const area = "rejections";

interface ReasonWords {
  /** Follows "We rejected 1 delivery in the last 24 hours because ". */
  one: string;
  /** The same of several. */
  many: string;
  /** What it means and what helps. */
  remedy: string;
}

const SENT_AGAIN = "BigCommerce resends them for up to 48 hours.";

/** Why deliveries were rejected, and what helps. */
const REASONS: Record<RejectionReason, ReasonWords> = {
  wrong_signature: {
    one: "its signature was wrong",
    many: "their signature was wrong",
    remedy:
      "Keeper's client secret differs from the one in the Developer Portal, the server's clock is off by more than five minutes, or someone else sent them. First, compare BIGCOMMERCE_CLIENT_SECRET with the portal.",
  },
  wrong_secret: {
    one: "its secret header was wrong",
    many: "their secret header was wrong",
    remedy:
      "The webhooks at BigCommerce had a different secret than ours. If they still do, select Fix secret in To do.",
  },
  no_proof: {
    one: "it had no signature and no secret header",
    many: "they had no signature and no secret header",
    remedy:
      "Someone other than BigCommerce sent them, or a proxy in front of Keeper removes headers. If events are missing, check the proxy.",
  },
  signature_required: {
    one: "it wasn't signed",
    many: "they weren't signed",
    remedy:
      "Keeper accepts signed deliveries only. REQUIRE_SIGNATURE=false also allows the secret header alone.",
  },
  too_large: {
    one: "it was larger than 256 KB",
    many: "they were larger than 256 KB",
    remedy: "BigCommerce's deliveries are far smaller, so someone else probably sent them.",
  },
  unknown_encoding: {
    one: "its body was compressed in a way we can't read",
    many: "their bodies were compressed in a way we can't read",
    remedy:
      "BigCommerce doesn't compress its deliveries, so a proxy in front of Keeper does, or someone else sent them. Check the proxy.",
  },
  too_slow: {
    one: "it took more than 10 seconds to arrive",
    many: "they took more than 10 seconds to arrive",
    remedy: `The connection from BigCommerce to Keeper is slow, or someone else sent them. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "more arrived than we could take",
    many: "more arrived than we could take",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "we couldn't save it",
    many: "we couldn't save them",
    remedy: `Keeper's database didn't accept them. ${SENT_AGAIN} Check /api/health.`,
  },
  malformed: {
    one: "it wasn't a valid web request",
    many: "they weren't valid web requests",
    remedy: "Something other than BigCommerce sent them.",
  },
};

/** Texts about deliveries that were rejected. */
export const REJECTIONS = {
  title: "Rejected deliveries",
  sentence: (reason: RejectionReason, count: number, locale: Locale) =>
    count === 1
      ? `We rejected 1 delivery in the last 24 hours because ${REASONS[reason].one}.`
      : `We rejected ${wholeNumber(count, locale)} deliveries in the last 24 hours because ${REASONS[reason].many}.`,
  remedy: (reason: RejectionReason) => REASONS[reason].remedy,
  last: "Last",
  /** What the last one was like: "213 bytes, with the headers host, user-agent". */
  like: (bytes: number | null, headers: readonly string[]) => {
    const size = bytes === null ? [] : [counted(bytes, "byte", "bytes")];
    const names = headers.length === 0 ? [] : [`with the headers ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
