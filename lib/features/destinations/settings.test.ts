import { describe, expect, test } from "vitest";
import type { DestinationAuth } from "#lib/contract/destinations.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { StoreHash } from "#lib/ids.ts";
import { DESTINATION_FIELDS, DESTINATION_PROBLEMS } from "#lib/messages/en/server/destinations.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import type { KnownDestination } from "./destinations.records.ts";
import { makeKey, presentSecret } from "./secrets.ts";
import { CHANGEABLE, changed, differences, requireSendable } from "./settings.ts";

const NOW = new Date("2026-11-30T12:00:00.000Z");
const BEFORE: KnownDestination = {
  id: "d",
  storeHash: StoreHash.parse("abc"),
  name: "Warehouse",
  kind: "http",
  url: "https://hooks.example.com/in",
  settings: { ...SETTINGS_DEFAULT, eventTypes: ["*"] },
  secrets: [presentSecret(makeKey(), NOW)],
  headers: { "x-a": "1" },
  auth: { kind: "none" },
  isOn: true,
  offReason: null,
  offAt: null,
  offBy: null,
  createdAt: NOW,
  version: 1,
};
const rules = rulesOf({
  forwarding: { allow: [], deny: [], ports: [443, 8443], isOpen: false },
  appUrl: "https://keeper.example.com",
  exceptionUrl: null,
});
const oauth = (tokenUrl: string): DestinationAuth => ({
  kind: "oauth",
  tokenUrl,
  clientId: "c",
  clientSecret: "s",
  scope: "",
});
const awsKey = (changes: Partial<Extract<DestinationAuth, { kind: "aws" }>>): DestinationAuth => ({
  kind: "aws",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  endpoint: "",
  ...changes,
});
const faultOf = (change: Parameters<typeof changed>[1]) => {
  try {
    requireSendable(changed(BEFORE, change), rules);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("what a change leaves out stays, and what is different is named", () => {
  const after = changed(BEFORE, {
    eventTypes: ["store/order/*"],
    ratePerSecond: 10,
    headers: { "x-a": null, "x-b": "2", "x-never": null },
    schedule: undefined,
  });
  expect(after).toEqual({
    ...BEFORE,
    headers: { "x-a": "1", "x-b": "2" },
    settings: { ...BEFORE.settings, eventTypes: ["store/order/*"], ratePerSecond: 10 },
  });
  expect(differences(BEFORE, after)).toEqual(["headers", "eventTypes", "ratePerSecond"]);
  expect(differences(BEFORE, changed(BEFORE, { isOn: false, name: "Warehouse" }))).toEqual([]);
});

test("everything that can be changed has a name in the activity log", () => {
  expect(Object.keys(DESTINATION_FIELDS).toSorted()).toEqual(CHANGEABLE.toSorted());
});

describe("a destination cannot be kept with", () => {
  test.each([
    ["hooks.example.com", "NOT_AN_ADDRESS"],
    ["ftp://hooks.example.com", "NOT_AN_ADDRESS"],
    ["https://ana:secret@hooks.example.com", "HAS_PASSWORD"],
    ["https://keeper.example.com/api/webhooks/abc", "OWN_ADDRESS"],
    ["https://8.8.8.8/", "LITERAL_ADDRESS"],
    ["https://169.254.169.254/", "PRIVATE_ADDRESS"],
    ["https://2130706433/", "PRIVATE_ADDRESS"],
    ["https://db.internal/", "PRIVATE_ADDRESS"],
    ["https://hooks.example.com:25/", "PORT_NOT_ALLOWED"],
    ["https://hooks.example.com:8443/", null],
  ])("the address %s: %s", (url, code) => {
    expect(faultOf({ url })).toBe(code);
    expect(faultOf({ auth: oauth(url) })).toBe(code && "TOKEN_ADDRESS_REFUSED");
    if (code !== null) expect(Object.keys(DESTINATION_PROBLEMS)).toContain(code);
  });

  test("a template that is missing, or a key that cannot sign", () => {
    expect(faultOf({ payload: "template", template: " " })).toBe("TEMPLATE_MISSING");
    expect(faultOf({ payload: "template", template: "data" })).toBeNull();
    const asBigCommerce = { ...BEFORE, secrets: [presentSecret("client secret", NOW)] };
    expect(() => requireSendable(asBigCommerce, rules)).toThrow("cannot sign");
    requireSendable(changed(asBigCommerce, { signing: "bigcommerce" }), rules);
  });

  test("headers, a filter, a sign-in or a page of Slack that nothing can be sent by", () => {
    for (const change of [
      { headers: { Host: "x" } },
      { auth: { kind: "header", name: "Cookie", value: "x" } as const },
    ])
      expect(faultOf(change)).toBe("HEADERS_REFUSED");
    expect(faultOf({ headers: { "X-A": "1" }, filter: { "changes.price": { $exists: true } } })).toBeNull();
    expect(faultOf({ filter: { $where: "1" } })).toBe("FILTER_REFUSED");
    const queue = {
      ...BEFORE,
      kind: "sqs" as const,
      url: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      headers: {},
      auth: awsKey({}),
    };
    requireSendable(queue, rules);
    for (const [wrong, code] of [
      [{ url: "https://hooks.example.com/in" }, "NOT_A_QUEUE"],
      [{ auth: { kind: "none" as const } }, "SIGN_IN_UNFIT"],
      [{ auth: awsKey({ accessKeyId: "ASIAIOSFODNN7EXAMPLE" }) }, "AWS_KEY_WRONG"],
      [{ auth: awsKey({ secretAccessKey: "two words of some length" }) }, "AWS_KEY_WRONG"],
      [{ auth: awsKey({ endpoint: "https://169.254.169.254/" }) }, "ENDPOINT_REFUSED"],
      [{ headers: { "x-a": "1" } }, "HEADERS_UNFIT"],
    ] as const)
      expect(() => requireSendable({ ...queue, ...wrong }, rules)).toThrow(
        expect.objectContaining({
          code: expect.toSatisfy((told) => told === code && code in DESTINATION_PROBLEMS),
        }),
      );
    expect(() => requireSendable({ ...BEFORE, auth: awsKey({}) }, rules)).toThrow("SIGN_IN_UNFIT");
    const page = { ...BEFORE, kind: "slack" as const, url: "https://app.slack.com/client/T/C" };
    expect(() => requireSendable(page, rules)).toThrow("NOT_A_SLACK_WEBHOOK");
  });
});
