import type { MailTexts } from "#lib/platform/outbound/mail.ts";
import { escaped, oneLine } from "#lib/platform/outbound/mail-words.ts";
import type { AlertCause } from "#lib/contract/values/alerts.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { catalogueWordsHere, wordsHere } from "#lib/messages/here.ts";
import { spokenLanguage } from "#lib/messages/language.ts";
import type { MessageKind } from "./decide.ts";

/** Titles that a mail names; the rest is a number. */
const TITLES_MAX = 10;
/** Destinations that a sentence names; of more, the first one and a number. */
const NAMED_MAX = 3;

/** What a message is about. */
export interface MessageFacts {
  kind: MessageKind | "test";
  /** Null for a test. */
  alert: {
    cause: AlertCause;
    scopes: readonly string[];
    /** Those that it is, or was, about. */
    destinations: readonly { id: string; name: string }[];
    openedAt: Date;
    closedAt: Date | null;
  } | null;
  store: { hash: string; name: string | null };
  /** The app in the store's control panel. */
  link: string;
  madeAt: Date;
}

/** What is said first: the trouble, that it goes on, that it is over, or that this is a test. Pure. */
export function headline({ kind, alert }: Pick<MessageFacts, "kind" | "alert">): string {
  const { CAUSES, MESSAGE } = wordsHere();
  if (!alert) return MESSAGE.test;
  const words = CAUSES[alert.cause];
  if (kind === "recovery") return words.recovery;
  const names = alert.destinations.map((destination) => oneLine(destination.name));
  const sentence =
    names.length > 0 && words.named
      ? words.named(namesText(names), names.length)
      : words.alert(alert.scopes.length);
  return kind === "reminder" ? MESSAGE.still(sentence) : sentence;
}

/** "Warehouse", "Warehouse and Slack", "Warehouse and 4 more". */
function namesText(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length > NAMED_MAX
    ? `${first} ${wordsHere().MESSAGE.more(names.length - 1)}`
    : listedIn(listTag())(names);
}

/** British for English: American English has a comma before "and", which BigCommerce's style leaves out. */
const listTag = () => (spokenLanguage() === "en" ? "en-GB" : spokenLanguage());

/** A message as a mail. It names no person: the store's name is all that it says of the store. Pure. */
export function mailTexts(facts: MessageFacts): MailTexts {
  const { CAUSES, MESSAGE } = wordsHere();
  const { kind, alert, store, link } = facts;
  const name = oneLine(store.name ?? store.hash);
  const sentence = headline(facts);
  const help = alert && kind !== "recovery" ? CAUSES[alert.cause].help : "";
  const titles = alert ? linesOf(alert, kind) : [];
  const reason = MESSAGE.reason(name);
  const text = [
    sentence,
    titles.map((title) => `- ${title}`).join("\n"),
    help,
    `${MESSAGE.open}: ${link}`,
    reason,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  const html = [
    `<p><strong>${escaped(sentence)}</strong></p>`,
    titles.length > 0 ? `<ul>${titles.map((title) => `<li>${escaped(title)}</li>`).join("")}</ul>` : "",
    help === "" ? "" : `<p>${escaped(help)}</p>`,
    `<p><a href="${escaped(link)}">${escaped(MESSAGE.open)}</a></p>`,
    `<p><small>${escaped(reason)}</small></p>`,
  ].join("\n");
  return { subject: `${name}: ${sentence.replace(/\.$/, "")}`, text: `${text}\n`, html };
}

const EVENT_TYPES = {
  alert: "alert.opened",
  reminder: "alert.reminded",
  recovery: "alert.closed",
  test: "alert.test",
} as const satisfies Record<MessageFacts["kind"], string>;

/** A message as the body of a webhook; see docs/alerts.md. Source: Standard Webhooks 1.0.0, payload structure. Pure. */
export function webhookBody(facts: MessageFacts): string {
  const { kind, alert, store, link, madeAt } = facts;
  return JSON.stringify({
    type: EVENT_TYPES[kind],
    timestamp: madeAt.toISOString(),
    data: {
      store: { hash: store.hash, name: store.name },
      sentence: headline(facts),
      link,
      ...(alert && {
        cause: alert.cause,
        webhooks: alert.scopes,
        destinations: alert.destinations,
        openedAt: alert.openedAt.toISOString(),
        closedAt: alert.closedAt?.toISOString() ?? null,
      }),
    },
  });
}

/** What the sentence is about, a line each: webhooks, while that goes on, and destinations that it does not name. */
function linesOf(
  { scopes, destinations }: NonNullable<MessageFacts["alert"]>,
  kind: MessageFacts["kind"],
): string[] {
  if (destinations.length === 0) return kind === "recovery" ? [] : titlesOf(scopes);
  if (kind !== "recovery" && destinations.length <= NAMED_MAX) return [];
  const names = destinations.slice(0, TITLES_MAX).map(({ name }) => oneLine(name));
  const more = destinations.length - names.length;
  return more > 0 ? [...names, wordsHere().MESSAGE.more(more)] : names;
}

function titlesOf(scopes: readonly string[]): string[] {
  const titles = scopes
    .slice(0, TITLES_MAX)
    .map((scope) => `${catalogueWordsHere().titleOf(scope)} (${scope})`);
  const more = scopes.length - titles.length;
  return more > 0 ? [...titles, wordsHere().MESSAGE.more(more)] : titles;
}
