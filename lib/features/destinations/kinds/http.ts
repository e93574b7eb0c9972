import { urlRefusal } from "#lib/platform/outbound/rules.ts";
import type { Kind } from "./kind.ts";

/** Any program that takes webhooks. */
export const http: Kind = {
  addressFault: urlRefusal,
  isSigned: true,
  isInWords: false,
  bodyOf: ({ payload }) => payload(),
};
