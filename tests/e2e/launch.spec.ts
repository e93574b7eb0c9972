import pg from "pg";
import { GUIDE_CHAPTERS } from "#lib/contract/values/guide.ts";
import { expect, test } from "./fixtures.ts";
import { LINK_SETTINGS } from "./start-product.ts";
import { launchLink, openInPanel, type LinkChanges } from "./links.ts";

const INVALID = "This link doesn't open the app";
const TOO_OLD = "This link is too old";
const nowSeconds = () => Math.floor(Date.now() / 1000);

const BAD_LINKS: [string, () => LinkChanges, string][] = [
  ["has ended", () => ({ claims: { exp: nowSeconds() - 1 } }), TOO_OLD],
  ["was made six minutes ago", () => ({ claims: { iat: nowSeconds() - 360 } }), TOO_OLD],
  ["was made for another app", () => ({ claims: { aud: "another-app" } }), INVALID],
  ["is not signed", () => ({ alg: "none" }), INVALID],
  ["is signed another way", () => ({ alg: "HS512" }), INVALID],
  ["is signed with another key", () => ({ secret: "x".repeat(64) }), INVALID],
];

test("a link that is not a fresh one of BigCommerce's opens nothing, and the frame says what to do", async ({
  context,
  newStore,
  page,
  product,
}) => {
  const store = await newStore();
  for (const [how, changes, title] of BAD_LINKS) {
    const url = await launchLink(product, store, changes());
    const app = await openInPanel(page, product, store, url);
    const heading = app.getByRole("heading", { name: title });
    await expect(heading, how).toBeVisible();
    await expect(app.getByText(/^Open the app( again)? from the Apps menu of your store\.$/)).toBeVisible();
    // Styled, inside the frame, and nothing of the link is left in the address.
    expect(await heading.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/Source Sans/);
    expect(await app.locator("html").evaluate(() => location.href)).toMatch(
      /^[^?#]+\/launch-failed\?reason=\w+$/,
    );
    expect(await context.cookies(`${product.appUrl}/s/${store.hash}`), how).toEqual([]);
  }
});

test("a link opens the app once; a copy of it opens nothing later", async ({ newStore, page, product }) => {
  const store = await newStore();
  const jti = `story-${store.hash}`;
  const url = await launchLink(product, store, { claims: { jti } });
  const app = await openInPanel(page, product, store, url);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);

  await passSeconds(product.databaseUrl, jti, 11);
  await openInPanel(page, product, store, url);
  await expect(app.getByRole("heading", { name: "This link was used before" })).toBeVisible();
});

test("a link that points elsewhere shows the overview", async ({ newStore, page, product }) => {
  const store = await newStore();
  for (const url of ["https://evil.example/events", "//evil.example/events", "/\\evil.example"]) {
    const link = await launchLink(product, store, { claims: { url } });
    const app = await openInPanel(page, product, store, link);
    await expect(app.getByRole("heading", { level: 1 }), url).toHaveText(/^Overview/);
    expect(await app.locator("html").evaluate(() => location.pathname)).toBe(`/s/${store.hash}/overview`);
  }
});

test("the page of failed launches says our sentences alone, whatever its address says", async ({
  page,
  product,
}) => {
  const failed = async (query: string) => {
    await page.goto(`${product.appUrl}/launch-failed${query}`);
    return page.getByRole("main").innerText();
  };
  const unexpected = await failed("");
  expect(unexpected).toContain("Something went wrong on our side");
  for (const query of [
    "?reason=Call+0800+555+now",
    "?reason=link_used&reason=link_expired",
    "?reference=Call+0800+555",
    "?reference=%3Cb%3EX%3C%2Fb%3E",
    "?reason=constructor&reference=7F3K-2P&reference=7F3K-2P",
  ])
    expect(await failed(query), query).toBe(unexpected);
  expect(await failed("?reason=unexpected&reference=7F3K-2P")).toContain("Reference 7F3K-2P.");
});

test("the links at the foot lead to whoever runs the app, and help without a setting to the guide that it carries", async ({
  newStore,
  openApp,
  page,
  product,
}) => {
  const app = await openApp(await newStore());
  const failed = await page.context().newPage();
  await failed.goto(`${product.appUrl}/launch-failed`);
  for (const shown of [app, failed]) {
    const link = (name: string) => shown.locator("footer").getByRole("link", { name });
    await expect(link("Help")).toHaveAttribute("href", `${product.appUrl}/guide`);
    await expect(link("Contact support")).toHaveAttribute("href", LINK_SETTINGS.SUPPORT_URL);
    await expect(link("Privacy")).toHaveAttribute("href", LINK_SETTINGS.PRIVACY_URL);
    await expect(link("Terms")).toHaveAttribute("href", LINK_SETTINGS.TERMS_URL);
  }
  const opening = page.waitForEvent("popup");
  await app.locator("footer").getByRole("link", { name: "Help" }).click();
  const guide = await opening;
  const chapters = guide.getByRole("navigation", { name: "Chapters" });
  await expect(chapters.getByRole("link")).toHaveCount(GUIDE_CHAPTERS.length);
  await chapters.getByRole("link", { name: "Fix a problem" }).click();
  await expect(guide.getByRole("heading", { name: "Fix a problem" })).toBeInViewport();
  // Its style carries the nonce that the policy asks for, and every picture is there.
  expect(
    await guide.locator("main").evaluate((main) => getComputedStyle(main.parentElement ?? main).display),
  ).toBe("grid");
  const broken = () =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length;
  expect(await guide.evaluate(broken)).toBe(0);
});

/** Lets time pass for one used link, as the app's database tells it. */
async function passSeconds(databaseUrl: string, jti: string, seconds: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "UPDATE used_launches SET used_at = used_at - make_interval(secs => $2) WHERE jti = $1",
      [jti, seconds],
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}
