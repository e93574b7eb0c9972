import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { statusLabel } from "./bigcommerce.ts";
import { metrics } from "./metrics.ts";

test("every metric is explained to operators, and says in a sentence what it is", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  const ours = metrics()
    .registry.getMetricsAsArray()
    .filter(({ name }) => name.startsWith("webhook_keeper_"));
  expect(ours.length).toBeGreaterThan(25);
  for (const { name, help } of ours) {
    expect(page).toMatch(new RegExp(`\`${name.replace("webhook_keeper_", "")}[\`{]`));
    expect(help, name).toMatch(/\.$/);
  }
});

test("an odd status of BigCommerce makes no label of its own", () => {
  expect([200, 429, 299, 418, 599].map(statusLabel)).toEqual(["200", "429", "2xx", "4xx", "5xx"]);
});
