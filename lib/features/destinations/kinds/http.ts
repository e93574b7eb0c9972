import { REQUEST_AUTHS } from "#lib/contract/values/destinations.ts";
import { urlRefusal } from "#lib/platform/outbound/rules.ts";
import type { Kind } from "./kind.ts";

/** The origin of a URL: its path may be a secret. Pure. */
export const originOf = (url: string): string => new URL(url).origin;

/** Any program that takes webhooks. */
export const http: Kind = {
  addressFault: urlRefusal,
  shownAddress: originOf,
  auths: REQUEST_AUTHS,
  takesHeaders: true,
  isSigned: true,
  isInWords: false,
  bodyOf: ({ payload }) => payload(),
};
