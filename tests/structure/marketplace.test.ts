import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";

const page = readFileSync("docs/marketplace.md", "utf8");

/** The text of a section, without marks. */
function section(title: string): string {
  const [, text = ""] = new RegExp(`^### ${title}\n([^#]*)`, "m").exec(page) ?? [];
  return text.replaceAll(/^>? ?/gm, "").replaceAll("**", "").trim();
}
const words = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

// Source: BigCommerce docs, publishing an app.
test("the listing's texts keep BigCommerce's limits", () => {
  expect(section("Summary").length).toBeGreaterThan(40);
  expect(section("Summary").replaceAll(/\s+/g, " ").length).toBeLessThanOrEqual(128);
  expect(words(section("Details"))).toBeGreaterThan(80);
  expect(words(section("Details"))).toBeLessThanOrEqual(200);
  const features = section("Features").match(/^\d\. .+ – .+/gm) ?? [];
  expect(features.length).toBeGreaterThan(2);
  expect(features.length).toBeLessThanOrEqual(5);
  expect(page).not.toMatch(/shopify|woocommerce|magento|adobe commerce/i);
});

test("the reviewer is told how many webhooks there are", () => {
  expect(page).toContain(`"All ${STARTER_SCOPES.length} webhooks are on"`);
});

/** Source: PNG specification, IHDR: width, height, bits, kind; kind 6 has an alpha channel. */
function png(name: string): { width: number; height: number; kind: number } {
  const bytes = readFileSync(`docs/marketplace/${name}.png`);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), kind: bytes.readUInt8(25) };
}

test("the listing's pictures have the sizes that BigCommerce asks for", () => {
  expect(png("icon")).toEqual({ width: 200, height: 200, kind: 6 });
  expect(png("logo")).toMatchObject({ width: 350, height: 130 });
  const { width, height } = png("logo-alternate");
  expect([width, height]).toEqual([259 * 2, 158 * 2]);
});

test("what is to be filled in of the policy and the terms can be found, and names no one", () => {
  for (const file of globSync("docs/legal/{privacy-policy,terms}.md")) {
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/\[Company\]/);
    // Real addresses would be somebody's.
    for (const [, domain] of text.matchAll(/[\w.]+@([\w.]+\w)/g)) expect(domain).toBe("example.com");
  }
});
