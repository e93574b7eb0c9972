import { REQUEST_AUTHS } from "#lib/contract/values/destinations.ts";
import { urlRefusal } from "#lib/platform/outbound/rules.ts";
import { originOf } from "./http.ts";
import type { Kind } from "./kind.ts";

/** Longest title; escaped it is still shorter than a section may be. Source: Slack API, Block Kit, section (3,000). */
const TITLE_CHARS_MAX = 500;

/**
 * A channel of Slack, or of what takes Slack's incoming webhooks too, such as Mattermost: an event is a sentence with a
 * link. Source: Slack API, incoming webhooks; formatting text for app surfaces.
 */
export const slack: Kind = {
  addressFault: (url, rules) => urlRefusal(url, rules) ?? (isPageOfSlack(url) ? "NOT_A_SLACK_WEBHOOK" : null),
  shownAddress: originOf,
  auths: REQUEST_AUTHS,
  takesHeaders: true,
  isSigned: false,
  isInWords: true,
  bodyOf: ({ words }) => {
    const { title, link, linkText } = words();
    const text = escaped(title);
    const linked = `${text}\n<${link}|${escaped(linkText)}>`;
    const message = { text, blocks: [{ type: "section", text: { type: "mrkdwn", text: linked } }] };
    return { bytes: Buffer.from(JSON.stringify(message)), contentType: "application/json" };
  },
};

/** Whether somebody took the address of a channel or a workspace for that of a webhook. */
function isPageOfSlack(url: string): boolean {
  const { hostname = "", pathname = "" } = URL.parse(url) ?? {};
  if (!/(?:^|\.)slack(?:-gov)?\.com$/.test(hostname)) return false;
  return !hostname.startsWith("hooks.") || !pathname.startsWith("/services/");
}

/** Text in which nothing is a link, a mention of everyone, or markup. */
function escaped(text: string): string {
  const short = text.slice(0, TITLE_CHARS_MAX).toWellFormed();
  return short.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
