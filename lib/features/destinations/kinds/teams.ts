import { REQUEST_AUTHS } from "#lib/contract/values/destinations.ts";
import { urlRefusal } from "#lib/platform/outbound/rules.ts";
import { originOf } from "./http.ts";
import type { Kind } from "./kind.ts";

const TITLE_CHARS_MAX = 500;
/** Hosts of Teams' own pages, and of its older webhooks, which ended. Source: Microsoft 365 connectors, retirement. */
const NOT_WORKFLOWS =
  /^(?:teams\.(?:microsoft|live|cloud\.microsoft)\.com|(?:.*\.)?webhook\.office\.com|outlook\.office(?:365)?\.com)$/;

/**
 * A channel or chat of Microsoft Teams, by a workflow that takes requests: an event is a card with a sentence and a link.
 * Source: Microsoft Teams, create incoming webhooks with Workflows; Adaptive Cards 1.4, TextRun (text without markup).
 */
export const teams: Kind = {
  addressFault: (url, rules) =>
    urlRefusal(url, rules) ??
    (NOT_WORKFLOWS.test(URL.parse(url)?.hostname ?? "") ? "NOT_A_TEAMS_WORKFLOW" : null),
  shownAddress: originOf,
  auths: REQUEST_AUTHS,
  takesHeaders: true,
  isSigned: false,
  isInWords: true,
  bodyOf: ({ words }) => {
    const { title, link, linkText } = words();
    const text = title.slice(0, TITLE_CHARS_MAX).toWellFormed();
    const content = {
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      type: "AdaptiveCard",
      version: "1.4",
      body: [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text }] }],
      actions: [{ type: "Action.OpenUrl", title: linkText, url: link }],
    };
    const card = { contentType: "application/vnd.microsoft.card.adaptive", content };
    const message = { type: "message", attachments: [card] };
    return { bytes: Buffer.from(JSON.stringify(message)), contentType: "application/json" };
  },
};
