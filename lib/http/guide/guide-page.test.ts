import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GUIDE_CHAPTERS } from "#lib/contract/values/guide.ts";
import { guideAsPage, guidePicture } from "./guide-files.ts";
import { guidePage } from "./guide-page.ts";

const GUIDE_DIR = "docs/guide";
const page = await (await guideAsPage("a nonce")).text();

test("the guide's chapters are the files of docs/guide, and each is short", () => {
  const files = readdirSync(GUIDE_DIR).filter((file) => file.endsWith(".md"));
  expect(files.toSorted()).toEqual(GUIDE_CHAPTERS.map((name) => `${name}.md`).toSorted());
  for (const file of files) {
    const words = readFileSync(join(GUIDE_DIR, file), "utf8").match(/[\w’'-]+/g) ?? [];
    expect([file, words.length < 500]).toEqual([file, true]);
  }
});

test("every link of the guide leads to a place in it, the settings' own included", () => {
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href = ""]) => href);
  expect(links.length).toBeGreaterThan(GUIDE_CHAPTERS.length);
  for (const href of [...links, "#ask-for-help", "#who-runs-keeper"])
    expect([href, places.has(href.slice(1))]).toEqual([href, true]);
});

test("every picture of the guide is there, and none that no chapter shows", async () => {
  const shown = [...page.matchAll(/ src="guide\/pictures\/([^"]+)"/g)].map(([, name = ""]) => name);
  expect(shown.toSorted()).toEqual(readdirSync(join(GUIDE_DIR, "pictures")).toSorted());
  for (const name of shown) expect((await guidePicture(name)).status).toBe(200);
});

test("no name leads out of the pictures", async () => {
  expect(existsSync(join(GUIDE_DIR, "pictures/../alerts.md"))).toBe(true);
  for (const name of ["../alerts.md", "..%2Falerts.md", "missing.png", "", "a.png/../../alerts.md"])
    expect((await guidePicture(name)).status).toBe(404);
});

test("a heading is found by its words, a chapter by its name, another file by a place in this page", () => {
  const html = guidePage(
    [{ name: "first", markdown: "# One\n\n## Who runs it?\n\n[a](second.md) [b](second.md#c-d)\n" }],
    "n",
  );
  expect(html).toContain('<h1 id="first">One</h1>');
  expect(html).toContain('<h2 id="who-runs-it">');
  expect(html).toContain('<a href="#second">a</a> <a href="#c-d">b</a>');
  expect(html).toContain('<style nonce="n">');
});
