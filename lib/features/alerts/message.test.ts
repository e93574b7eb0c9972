import { expect, test } from "vitest";
import { ALERT_CAUSES } from "#lib/contract/values/alerts.ts";
import { headline, mailTexts, webhookBody, type MessageFacts } from "./message.ts";

const facts = (more: Partial<MessageFacts> = {}): MessageFacts => ({
  kind: "alert",
  alert: {
    cause: "off_by_bigcommerce",
    scopes: ["store/order/created", "store/cart/created"],
    openedAt: new Date("2026-08-20T12:00:00Z"),
    closedAt: null,
  },
  store: { hash: "abc123", name: "Ana's Surf Shop" },
  link: "https://store-abc123.mybigcommerce.com/manage/app/7",
  madeAt: new Date("2026-08-20T12:00:01Z"),
  ...more,
});

test("a mail says what is wrong, with which webhooks, what helps, and where", () => {
  const { subject, text } = mailTexts(facts());
  expect(subject).toBe("Ana's Surf Shop: 2 webhooks were turned off at BigCommerce");
  expect(text).toBe(
    [
      "2 webhooks were turned off at BigCommerce",
      "- Order created (store/order/created)\n- Cart created (store/cart/created)",
      "You aren't getting these events.",
      "Open the app: https://store-abc123.mybigcommerce.com/manage/app/7",
      "You get this because this address is in the alert settings of Ana's Surf Shop in Webhook Keeper.\n",
    ].join("\n\n"),
  );
});

test("many webhooks are a number", () => {
  const scopes = Array.from({ length: 25 }, (_, index) => `store/order/kind${index}`);
  const openedAt = new Date(0);
  const { text } = mailTexts(facts({ alert: { cause: "missing", scopes, openedAt, closedAt: null } }));
  expect(text.match(/^- /gm)).toHaveLength(11);
  expect(text).toContain("- and 15 more");
});

test("a name cannot become a header or markup", () => {
  const name = 'Shop\r\nBcc: a@example.com<script>alert("x")</script>';
  const { subject, html } = mailTexts(facts({ store: { hash: "abc123", name } }));
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toContain("<script>");
});

test("a store without a name is called by its hash", () => {
  expect(mailTexts(facts({ store: { hash: "abc123", name: null } })).subject).toMatch(/^abc123: /);
});

test.each(ALERT_CAUSES)("%s is told, reminded of and over, each in a sentence of its own", (cause) => {
  const alert = { cause, scopes: ["store/order/created"], openedAt: new Date(0), closedAt: null };
  const said = (["alert", "reminder", "recovery"] as const).map((kind) => headline({ kind, alert }));
  expect(new Set(said).size).toBe(3);
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9].+[^.]$/);
});

test("a webhook's body names the alert for a machine, too", () => {
  const body: unknown = JSON.parse(webhookBody(facts({ kind: "recovery" })));
  expect(body).toEqual({
    type: "alert.closed",
    timestamp: "2026-08-20T12:00:01.000Z",
    data: {
      store: { hash: "abc123", name: "Ana's Surf Shop" },
      sentence: "No webhook is turned off at BigCommerce anymore",
      link: "https://store-abc123.mybigcommerce.com/manage/app/7",
      cause: "off_by_bigcommerce",
      webhooks: ["store/order/created", "store/cart/created"],
      openedAt: "2026-08-20T12:00:00.000Z",
      closedAt: null,
    },
  });
});
