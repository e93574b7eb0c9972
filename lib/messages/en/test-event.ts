import type { StepState, TestProgress, TestReach, TestStep, TestStop } from "#lib/contract/test-events.ts";
import type { Proof } from "#lib/contract/events.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";

export const area = "testEvent";

/** Texts of test events. */
export const TEST_EVENT = {
  title: (title: string) => `Test event: ${title}`,
  text: "We send a signed sample to Keeper's public address, the way BigCommerce does. This checks everything except BigCommerce itself.",
  noHook: "BigCommerce has no webhook of this type for this store right now. The test works anyway.",
  to: "Sent to",
  steps: "Steps of the test",
  again: "Send another",
  view: "View event",
  worked: "It works. The test event is in your log. Your totals don't include it.",
  brokenOff: "The test was interrupted. Send another.",
  toldTo: "Share this with your developer.",
};

export const STEP_NAMES: Record<TestStep, string> = {
  sent: "Sent",
  proven: "Verified",
  stored: "Stored",
  seen: "Shown",
};

/** A step's state in a word, which its icon has as its name. */
export const STATE_NAMES: Record<StepState["state"], string> = {
  done: "Done",
  stopped: "Stopped",
  under_way: "Under way",
  waiting: "Not yet",
  unknown: "Not known",
  skipped: "Not reached",
};

const PROVEN_BY: Record<Proof, string> = {
  signature: "by its signature; the secret header did not arrive",
  header: "by its secret header; the signature did not arrive",
  both: "by its signature and by its secret header",
  keeper: "by Keeper itself",
};

/** What a step came to, beside its name. */
export function stepText(step: TestStep, state: StepState, locale: Locale): string {
  if (state.state !== "done") return STATE_NAMES[state.state];
  const afterMs = wholeNumber(state.afterMs, locale);
  switch (step) {
    case "sent":
      return `and answered after ${afterMs} ms`;
    case "proven":
      return state.proof === null ? "" : PROVEN_BY[state.proof];
    case "stored":
      return "in this log";
    case "seen":
      return `in the log after ${afterMs} ms`;
  }
}

/** What is known of a stop when it is put into words. */
interface StopFacts {
  /** The app's own host. */
  host: string;
  status: number | null;
  detail: string | null;
}

interface StopWords {
  what: (facts: StopFacts) => string;
  help: string;
}

const HAIRPIN =
  "Some networks don't let a server reach its own public address. If events from BigCommerce arrive, nothing is wrong.";

const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "it signed its certificate itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from nobody who is trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from nobody who is trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it leaves out the certificate that signed its own",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

const SLOW: Readonly<Record<string, string>> = {
  resolving: "wasn't found in time",
  connecting: "didn't accept the connection in time",
  securing: "didn't secure the connection in time",
  answering: "accepted the connection and didn't answer in time",
};

const STOPS: Record<TestStop, StopWords> = {
  name_unknown: {
    what: ({ host }) => `Can't find ${host}.`,
    help: "Check APP_URL and the DNS entry of the name. A new entry can take a while to spread.",
  },
  refused: {
    what: ({ host }) => `${host} refused the connection.`,
    help: `Nothing listens there, or a firewall refuses. Check that what serves Keeper to the internet is running. ${HAIRPIN}`,
  },
  no_route: {
    what: ({ host }) => `Keeper's server can't reach ${host}.`,
    help: `Check the server's network and the address behind the name. ${HAIRPIN}`,
  },
  insecure: {
    what: ({ host, detail }) => {
      const cause = CERTIFICATES[detail ?? ""] ?? (detail === null ? null : `it failed with ${detail}`);
      return `No secure connection to ${host}${cause === null ? "" : `: ${cause}`}.`;
    },
    help: "BigCommerce only delivers to trusted certificates. Renew the certificate where https is served for Keeper, and its chain.",
  },
  too_slow: {
    what: ({ host, detail }) => `${host} ${SLOW[detail ?? ""] ?? "didn't answer in time"}.`,
    help: `BigCommerce would give up, too, and try again. A firewall may drop the request, or Keeper or a proxy in front of it may be overloaded. ${HAIRPIN}`,
  },
  cut_off: {
    what: ({ host, detail }) =>
      `The connection to ${host} was cut before it answered${detail === null ? "" : ` (${detail})`}.`,
    help: "A proxy or a firewall on the way closes it. Its own log says why.",
  },
  redirected: {
    what: ({ host, detail }) => `${host} redirects elsewhere${detail === null ? "" : `: to ${detail}`}.`,
    help: "BigCommerce doesn't follow redirects. Set APP_URL to the address that answers itself, or leave /api/webhooks out of the redirect.",
  },
  password_asked: {
    what: ({ host }) => `Something at ${host} asks for a password before Keeper is reached.`,
    help: "Let requests to /api/webhooks through without one: deliveries prove themselves.",
  },
  too_large: {
    what: ({ host }) => `${host} refused the event as too large.`,
    help: "Keeper takes 256 KB, far more than this event has. Raise the limit of the proxy before it.",
  },
  gateway: {
    what: ({ status }) => `A proxy in front of Keeper got no answer (status ${status}).`,
    help: "Check that Keeper runs where the proxy looks for it.",
  },
  answered_otherwise: {
    what: ({ host, status }) => `Another service answered at ${host} (status ${status}).`,
    help: "Check where APP_URL leads, and the rules of proxies and firewalls for requests to /api/webhooks.",
  },
  unproven: {
    what: () => "It arrived but couldn't be verified (401).",
    help: "Another copy of Keeper may answer there, with a client secret or a database of its own. Or a proxy changes what it passes on, or takes headers away.",
  },
  not_committed: {
    what: () => "It arrived but wasn't stored (503).",
    help: "Keeper or its database is overloaded or down, or a proxy can't reach Keeper. BigCommerce resends its events for up to 48 hours.",
  },
  went_elsewhere: {
    what: ({ host, status }) => `${host} answered ${status}, and nothing came to this log.`,
    help: "Something else answers there: a proxy's page, or another copy of Keeper with its own database. Check where APP_URL leads.",
  },
  mark_lost: {
    what: () => "It arrived without the mark of a test, so it counts like an event of the store's.",
    help: "A proxy takes a header away. Let all headers that begin with X-Webhook-Keeper- through.",
  },
  not_seen: {
    what: () => "It's in the log, but the open log didn't show it within 5 seconds.",
    help: "Reload the log to see new events. The database's notifications don't reach Keeper: a pooler between them, which gives each transaction another connection, drops them.",
  },
};

/** Why a test event came no further, and what helps. */
export function stopText({ stop, destination }: TestProgress): { what: string; help: string } | null {
  if (!stop) return null;
  const words = STOPS[stop.stop];
  const host = URL.parse(destination ?? "")?.host ?? "The address";
  return { what: words.what({ host, ...stop }), help: words.help };
}

const REACH: Record<TestReach, ((host: string, address: string) => string) | null> = {
  public: null,
  private: (host, address) =>
    `From this server, ${host} leads to an address of a private network, ${address}. BigCommerce reaches it only if the name leads elsewhere from the internet.`,
  loopback: (host, address) =>
    `From this server, ${host} leads to this very machine, ${address}, so the test didn't use the internet. BigCommerce reaches it only if the name leads elsewhere from the internet.`,
};

/** What a test says less than it seems to, because the address was none of the internet's; null when it was. */
export function reachText({ reached, destination }: TestProgress): string | null {
  const host = URL.parse(destination ?? "")?.hostname ?? "";
  return reached ? (REACH[reached.reach]?.(host, reached.address) ?? null) : null;
}
