// `npm run art`: draws the pictures of the marketplace listing, docs/marketplace/*.svg, as PNG of the size that each says.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { PROJECT_DIR } from "#scripts/child.ts";
import { findOrInstallChromium } from "#scripts/chromium.ts";
import { say } from "#scripts/steps.ts";

const FONT = "node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2";

const font = readFileSync(join(PROJECT_DIR, FONT)).toString("base64");
const style = `@font-face { font-family: "Source Sans 3"; font-weight: 600; src: url(data:font/woff2;base64,${font}); }
  body { margin: 0 } svg { display: block }`;
const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  for (const file of globSync("docs/marketplace/*.svg", { cwd: PROJECT_DIR })) {
    await page.setContent(`<style>${style}</style>${readFileSync(join(PROJECT_DIR, file), "utf8")}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const path = join(PROJECT_DIR, file.replace(/\.svg$/, ".png"));
    await page.locator("svg").screenshot({ path, omitBackground: true });
    say(path);
  }
} finally {
  await browser.close();
}
