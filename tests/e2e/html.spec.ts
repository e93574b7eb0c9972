import { loseOne } from "./as-owner.ts";
import { expect, test } from "./fixtures.ts";

const PAGES = ["", "/welcome", "/overview", "/webhooks", "/events", "/settings/general", "/settings/alerts"];

test("a page's HTML is the same for whoever asks, and holds nothing of the store", async ({
  bigcommerce,
  newStore,
  product,
}) => {
  // What a page is told of its person is how to draw it: in which language, whether with technical details, and whether with room
  // for a banner: of a stranger nobody knows, and so it is for a member where something is wrong.
  const store = await newStore({ isPlain: true });
  await loseOne(product.appUrl, bigcommerce, store);
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 987_654 } });
  const [{ headers } = { headers: {} }] = await bigcommerce.hooks(store);
  const known = [
    store.name,
    store.owner.email,
    store.staff.email,
    "987654",
    ...Object.values<string>(headers ?? {}),
  ];
  const session = store.cookie.slice(store.cookie.indexOf("=") + 1);
  // What is new at every request: nonces.
  const constant = (html: string) => html.replaceAll(/[A-Za-z0-9+/]{22}==/g, "nonce");

  // Who may frame a store's pages is told to everyone, and closer once BigCommerce has said where its control panel is.
  const panelOf = async () => (await fetch(`${product.appUrl}/s/${store.hash}/overview`)).text();
  await expect.poll(panelOf).toContain(`https://store-${store.hash}.`);

  for (const page of PAGES) {
    const read = async (cookie: string) => {
      const response = await fetch(`${product.appUrl}/s/${store.hash}${page}`, {
        headers: { Cookie: cookie },
      });
      expect(response.status, page).toBe(200);
      expect(response.headers.get("Cache-Control"), page).toContain("no-store");
      return response.text();
    };
    // The first time, parts of a page are loaded while it is written, and come in whatever order they are there.
    await read("");
    const [member, stranger] = [await read(store.cookie), await read("")];
    expect(constant(member), page).toBe(constant(stranger));
    expect(
      known.filter((fact) => member.includes(fact)),
      page,
    ).toEqual([]);
    expect(member).not.toContain(session);
    expect(member).not.toMatch(/eyJ[\w-]{8,}\.[\w-]*\.|v1,[A-Za-z0-9+/]{20,}|access_token|client_secret/);
  }
});

test("a page is only read, and nothing that is sent to it reaches Next.js", async ({ newStore, product }) => {
  const store = await newStore();
  for (const page of ["/", ...PAGES.map((each) => `/s/${store.hash}${each}`), "/nowhere"]) {
    const response = await fetch(product.appUrl + page, {
      method: "POST",
      headers: { "Next-Action": "0".repeat(42), "Content-Type": "text/plain" },
      body: "[]",
    });
    expect(response.status, page).toBe(405);
    expect(response.headers.get("Allow"), page).toBe("GET, HEAD, OPTIONS");
  }
});
