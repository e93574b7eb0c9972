import { expect, test } from "vitest";
import { ALERT_CAUSES } from "#lib/contract/values/alerts.ts";
import { headline, mailTexts, webhookBody, type MessageFacts } from "./message.ts";

const facts = (more: Partial<MessageFacts> = {}): MessageFacts => ({
  kind: "alert",
  alert: {
    cause: "off_by_bigcommerce",
    scopes: ["store/order/created", "store/cart/created"],
    destinations: [],
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
  const { text } = mailTexts(
    facts({ alert: { cause: "missing", scopes, destinations: [], openedAt, closedAt: null } }),
  );
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
  const alert = {
    cause,
    scopes: ["store/order/created"],
    destinations: [],
    openedAt: new Date(0),
    closedAt: null,
  };
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
      destinations: [],
      openedAt: "2026-08-20T12:00:00.000Z",
      closedAt: null,
    },
  });
});

const aboutDestinations = (names: readonly string[], kind: MessageFacts["kind"] = "alert") => {
  const destinations = names.map((name, index) => ({ id: String(index), name }));
  return facts({
    kind,
    alert: { cause: "destination_ill", scopes: [], destinations, openedAt: new Date(0), closedAt: null },
  });
};

test.each([
  [["Warehouse"], "Warehouse isn't taking events", 0],
  [["Slack", "Warehouse"], "Slack and Warehouse aren't taking events", 0],
  [["A", "B", "C", "D"], "A and 3 more aren't taking events", 4],
])("the destinations %j are named: %s", (names, sentence, lines) => {
  const { subject, text } = mailTexts(aboutDestinations(names));
  expect(subject).toBe(`Ana's Surf Shop: ${sentence}`);
  expect(text.match(/^- /gm) ?? []).toHaveLength(lines);
});

test("also that a destination takes events again is told with its name, and to a machine with its id", () => {
  const over = aboutDestinations(["Warehouse\r\nBcc: a@example.com"], "recovery");
  expect(mailTexts(over).text).toMatch(
    /^Every destination takes events again\n\n- Warehouse Bcc: a@example\.com\n/,
  );
  expect(JSON.parse(webhookBody(aboutDestinations(["Warehouse"])))).toMatchObject({
    data: { sentence: "Warehouse isn't taking events", destinations: [{ id: "0", name: "Warehouse" }] },
  });
});
