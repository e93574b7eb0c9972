import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted } from "./plural.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";

export const area = "rejections";

interface ReasonWords {
  /** Follows "1 delivery was refused in the last 24 hours because ". */
  one: string;
  /** The same of several. */
  many: string;
  /** What it means and what helps. */
  remedy: string;
}

const SENT_AGAIN = "BigCommerce resends each of them for up to 48 hours.";

/** Why deliveries were refused, and what helps. */
const REASONS: Record<RejectionReason, ReasonWords> = {
  wrong_signature: {
    one: "its signature was wrong",
    many: "their signature was wrong",
    remedy:
      "The app's client secret differs from the one in BigCommerce's Developer Portal, the server's clock is more than five minutes off, or somebody else sent them. Whoever runs the app should compare BIGCOMMERCE_CLIENT_SECRET with the portal first.",
  },
  wrong_secret: {
    one: "its secret header was wrong",
    many: "their secret header was wrong",
    remedy:
      "The webhooks at BigCommerce carried a different secret than ours. If they still do, select Fix secret in To do.",
  },
  no_proof: {
    one: "it carried neither a signature nor a secret header",
    many: "they carried neither a signature nor a secret header",
    remedy:
      "Somebody other than BigCommerce sent them, or a proxy in front of the app takes headers away. If events are missing, whoever runs the app should look at the proxy.",
  },
  signature_required: {
    one: "it was not signed",
    many: "they were not signed",
    remedy:
      "The app is set to accept signed deliveries only. Whoever runs it can allow the secret header alone with REQUIRE_SIGNATURE=false.",
  },
  too_large: {
    one: "it was larger than 256 KB",
    many: "they were larger than 256 KB",
    remedy: "BigCommerce's own deliveries are far smaller, so somebody else probably sent them.",
  },
  unknown_encoding: {
    one: "its body was compressed in a way we can't read",
    many: "their bodies were compressed in a way we can't read",
    remedy:
      "BigCommerce doesn’t compress its deliveries, so a proxy in front of the app does it, or somebody else sent them. Whoever runs the app should look at the proxy.",
  },
  too_slow: {
    one: "it took longer than 10 seconds to arrive",
    many: "they took longer than 10 seconds to arrive",
    remedy: `The way from BigCommerce to the app is slow, or somebody else sent them. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "more arrived than the app could take",
    many: "more arrived than the app could take",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "it could not be saved",
    many: "they could not be saved",
    remedy: `The app's database did not take them. ${SENT_AGAIN} Whoever runs the app should look at /api/health.`,
  },
  malformed: {
    one: "it was no valid HTTP",
    many: "they were no valid HTTP",
    remedy: "Something other than BigCommerce sent them.",
  },
};

/** Texts about deliveries that were refused. */
export const REJECTIONS = {
  title: "Refused deliveries",
  sentence: (reason: RejectionReason, count: number, locale: Locale) =>
    count === 1
      ? `1 delivery was refused in the last 24 hours because ${REASONS[reason].one}.`
      : `${wholeNumber(count, locale)} deliveries were refused in the last 24 hours because ${REASONS[reason].many}.`,
  remedy: (reason: RejectionReason) => REASONS[reason].remedy,
  last: "Last",
  /** What the last one was like: "213 bytes, with the headers host, user-agent". */
  like: (bytes: number | null, headers: readonly string[]) => {
    const size = bytes === null ? [] : [counted(bytes, "byte", "bytes")];
    const names = headers.length === 0 ? [] : [`with the headers ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
