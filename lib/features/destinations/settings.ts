import type { DestinationAuth, DestinationChange, DestinationSettings } from "#lib/contract/destinations.ts";
import { rulesOf, urlRefusal, type OutboundRules } from "#lib/platform/outbound/rules.ts";
import { config } from "#lib/config/config.ts";
import type { KnownDestination } from "./destinations.records.ts";
import {
  AddressRefused,
  FilterRefused,
  HeadersRefused,
  HeadersUnfit,
  KeyInvalid,
  SignInRefused,
  TemplateMissing,
  TokenAddressRefused,
} from "./errors.ts";
import { filterFault } from "./filter.ts";
import { headersFault } from "./headers.ts";
import { KINDS } from "./kinds/registry.ts";
import { isKeyFor } from "./secrets.ts";

/** What a change may name, in the order in which a person meets it. */
export const CHANGEABLE = [
  "name",
  "url",
  "auth",
  "headers",
  "eventTypes",
  "filter",
  "payload",
  "template",
  "signing",
  "order",
  "isLatestOnly",
  "concurrency",
  "ratePerSecond",
  "schedule",
  "answerSeconds",
  "sendsPersonal",
  "takesSourceEvents",
] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/** A destination as a change makes it; what the change leaves out stays. A header without a value keeps its own. Pure. */
export function changed(before: KnownDestination, change: DestinationChange): KnownDestination {
  const { name, url, auth, headers, isOn: _, resumeFrom: __, ...settings } = change;
  return {
    ...before,
    name: name ?? before.name,
    url: url ?? before.url,
    auth: auth ?? before.auth,
    headers: headers ? headersOf(headers, before.headers) : before.headers,
    settings: { ...before.settings, ...given(settings) },
  };
}

function headersOf(
  headers: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const kept = value ?? before[name];
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

/** Without what is not said. */
export const given = (settings: Readonly<Record<string, unknown>>): Partial<DestinationSettings> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/** What is different between two states of a destination, in the order of `CHANGEABLE`. Pure. */
export function differences(before: KnownDestination, after: KnownDestination): Changeable[] {
  const [one, other] = [before, after].map(({ name, url, auth, headers, settings }) => ({
    name,
    url,
    auth,
    headers,
    ...settings,
  }));
  return CHANGEABLE.filter((field) => JSON.stringify(one?.[field]) !== JSON.stringify(other?.[field]));
}

/**
 * Lets a destination through that something can be sent to, as far as it can be known before.
 * @throws {AddressRefused | SignInRefused | TokenAddressRefused | HeadersUnfit | HeadersRefused | FilterRefused | KeyInvalid | TemplateMissing}
 */
export function requireSendable(
  destination: KnownDestination,
  rules: OutboundRules = rulesOf(config()),
): void {
  const { kind, url, auth, headers, settings, secrets } = destination;
  const { addressFault, auths, signInFault, takesHeaders } = KINDS[kind];
  const refusal = addressFault(url, rules);
  if (refusal) throw new AddressRefused(refusal);
  const unfit = auths.includes(auth.kind) ? signInFault?.(auth, rules) : "SIGN_IN_UNFIT";
  if (unfit) throw new SignInRefused(unfit);
  if (!takesHeaders && Object.keys(headers).length > 0)
    throw new HeadersUnfit("headers were given to a destination that is sent none");
  if (isTokenRefused(auth, rules)) throw new TokenAddressRefused("the address of tokens was refused");
  const fault =
    headersFault(headers) ?? (auth.kind === "header" ? headersFault({ [auth.name]: auth.value }) : null);
  if (fault) throw new HeadersRefused(fault);
  const badFilter = settings.filter && filterFault(settings.filter);
  if (badFilter) throw new FilterRefused(badFilter);
  if (!secrets.every(({ value }) => isKeyFor(settings.signing, value)))
    throw new KeyInvalid("a key cannot sign in this way");
  if (settings.payload === "template" && (settings.template ?? "").trim() === "")
    throw new TemplateMissing("the payload is a template's, and there is none");
}

const isTokenRefused = (auth: DestinationAuth, rules: OutboundRules) =>
  auth.kind === "oauth" && urlRefusal(auth.tokenUrl, rules) !== null;
