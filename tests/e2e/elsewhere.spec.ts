import { appIn, expect, FEW_WEBHOOKS, FRAME, switchOf, toggle, type Frame, type Page } from "./fixtures.ts";
import { foreignTest as test } from "./foreign-site.ts";

/** What a browser says when it refuses to show a page in a frame. */
const NOT_FRAMED = [/frame-ancestors/, /net::ERR_BLOCKED_BY_RESPONSE/];

/** What another site's script may choose about a request. */
interface Sent {
  method?: string;
  mode?: "no-cors";
  headers?: Record<string, string>;
  body?: string;
}

/** Whether the person's cookie goes along with the next request for this path. */
async function nextHasCookie(page: Page, path: string): Promise<boolean> {
  const request = await page.waitForRequest((asked) => new URL(asked.url()).pathname === path);
  return "cookie" in (await request.allHeaders());
}

/** Lets the control panel frame another app beside ours. */
async function frameBeside(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => {
    const beside = document.createElement("iframe");
    beside.src = src;
    document.body.append(beside);
  }, address);
  await expect.poll(() => page.frame({ url: address })?.url()).toBe(address);
  const frame = page.frame({ url: address });
  if (!frame) throw new Error("The other app is not there");
  return frame;
}

test("a form of another site is refused, though the browser sends the cookie along", async ({
  context,
  expectFailures,
  foreignSite,
  newStore,
  openApp,
  product,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  const path = `/s/${store.hash}/api/session/end`;
  const site = await foreignSite("127.0.0.1");
  const attack = site.page(
    `<iframe name="result"></iframe>
     <form method="post" action="${product.appUrl}${path}" enctype="text/plain" target="result">
       <input name='{"who":"me","x":"' value='"}'>
     </form>
     <script>document.forms[0].submit()</script>`,
  );
  expectFailures(/ 403 POST .*\/api\/session\/end/, ...NOT_FRAMED, /status of 403/);
  const other = await context.newPage();
  const [hadCookie, response] = await Promise.all([
    nextHasCookie(other, path),
    other.waitForResponse((answer) => new URL(answer.url()).pathname === path),
    other.goto(attack),
  ]);
  expect([hadCookie, response.status()]).toEqual([true, 403]);

  await toggle(app, "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
});

test("a script of another app in the same control panel changes nothing and reads nothing", async ({
  bigcommerce,
  expectFailures,
  foreignSite,
  newStore,
  openApp,
  page,
  product,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  await expect(switchOf(app, "Order created")).toBeChecked();
  const before = await bigcommerce.hooks(store);
  const site = await foreignSite("127.0.0.2");
  const other = await frameBeside(page, site.page("<p>Elsewhere</p>"));

  const api = `${product.appUrl}/s/${store.hash}/api`;
  const sent = (route: string, init: Sent) =>
    other.evaluate(
      ([url, options]) =>
        fetch(url, { credentials: "include", ...options }).then(
          ({ status, type }) => `${type} ${status}`,
          () => "refused",
        ),
      [`${api}/${route}`, init] as const,
    );
  const body = JSON.stringify({ changes: [{ scope: "store/order/created", wanted: false }] });
  expectFailures(/CORS policy/, /net::ERR_FAILED/, /NotSameOrigin/);

  // With our header and JSON: the browser asks first, and nobody allows it.
  const right = { "Content-Type": "application/json", "X-Requested-With": "webhook-keeper" };
  expect(await sent("subscriptions", { method: "PUT", headers: right, body })).toBe("refused");
  expect(await sent("session/end", { method: "POST", headers: right, body: '{"who":"me"}' })).toBe("refused");
  // Without asking: it arrives, is refused, and the script learns nothing of the answer.
  const plain = { method: "POST", body: '{"who":"me"}' };
  expect(await sent("session/end", plain)).toBe("refused");
  expect(await sent("session/end", { ...plain, mode: "no-cors" })).toBe("refused");
  // Reading: neither as data, nor as an opaque answer, nor as a script.
  expect(await sent("session", {})).toBe("refused");
  expect(await sent("session", { mode: "no-cors" })).toBe("refused");
  const ran = other.evaluate(
    (url) =>
      new Promise((settle) => {
        const script = document.createElement("script");
        script.addEventListener("load", () => settle("loaded"));
        script.addEventListener("error", () => settle("refused"));
        script.src = url;
        document.body.append(script);
      }),
    `${api}/session`,
  );
  expect(await ran).toBe("refused");

  expect(await bigcommerce.hooks(store)).toEqual(before);
  await toggle(app, "Cart created");
  await expect(app.getByText("Cart created is on. First events can take a minute.")).toBeVisible();
});

for (const host of ["127.0.0.1", "127.0.0.2"] as const) {
  test(`a page at ${host} that is not the control panel cannot frame the app`, async ({
    expectFailures,
    foreignSite,
    newStore,
    openApp,
    page,
    product,
  }) => {
    const store = await newStore();
    await openApp(store);
    const site = await foreignSite(host);
    const paths = ["/", `/s/${store.hash}/overview`, "/s/unknown/overview", "/launch-failed", "/nowhere"];
    expectFailures(...NOT_FRAMED, / 404 .*\/nowhere/, /status of 404/);
    await page.goto(
      site.page(paths.map((path) => `<iframe src="${product.appUrl}${path}"></iframe>`).join("")),
    );
    await expect
      .poll(() =>
        page
          .frames()
          .map((frame) => frame.url())
          .slice(1),
      )
      .toEqual(paths.map(() => "chrome-error://chromewebdata/"));
  });
}

test("a page that the control panel frames can neither frame the app nor speak for the panel", async ({
  expectFailures,
  foreignSite,
  newStore,
  openApp,
  page,
  product,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: FEW_WEBHOOKS });
  await expect(page.locator(FRAME)).toHaveAttribute("data-channel", "ready");
  const site = await foreignSite("127.0.0.2");
  const address = site.page(
    `<iframe src="${product.appUrl}/s/${store.hash}/overview"></iframe>
     <script>
       for (const frame of [parent[0], parent[1]]) frame.postMessage('{"method":"bc::logout"}', "*");
       document.title = "said";
     </script>`,
  );
  expectFailures(...NOT_FRAMED);
  const beside = await frameBeside(page, address);
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain("chrome-error://chromewebdata/");
  await expect.poll(() => beside.title()).toBe("said");

  await toggle(appIn(page), "Order created");
  await expect(app.getByText("Order created is off.")).toBeVisible();
  await expect(app.getByText("Your session ended")).toHaveCount(0);
});

test("every answer says who may frame it, and what else a browser must not do with it", async ({
  api,
  newStore,
  product,
}) => {
  const store = await newStore();
  const wide = `https://*.mybigcommerce.com ${product.simulatorUrl}`;
  const own = `https://store-${store.hash}.mybigcommerce.com ${product.simulatorUrl}`;
  // The app learns of a new store's panel in the background, and until then any may frame it.
  const policyOf = async (path: string) =>
    (await fetch(product.appUrl + path)).headers.get("content-security-policy") ?? "";
  await expect.poll(() => policyOf(`/s/${store.hash}/overview`)).toContain(`frame-ancestors ${own}`);
  const answers: [path: string, status: number, ancestors: string][] = [
    ["/", 200, wide],
    [`/s/${store.hash}/overview`, 200, own],
    [`/s/${store.hash}/events/any`, 200, own],
    [`/s/${store.hash}/nowhere`, 404, own],
    [`/s/${store.hash}/api/session`, 401, own],
    [`/s/${store.hash}/auth/nothing`, 404, own],
    ["/s/unknown/overview", 200, wide],
    ["/s/unknown/api/events", 401, wide],
    ["/s/Unknown/overview", 404, wide],
    ["/launch-failed?reason=link_used", 200, wide],
    ["/nowhere", 404, wide],
    ["/api/bigcommerce/load", 303, wide],
    ["/api/bigcommerce/auth", 303, wide],
    ["/api/bigcommerce/uninstall", 401, wide],
    ["/api/health", 200, wide],
  ];
  for (const [path, status, ancestors] of answers) {
    const { headers, ...answer } = await fetch(`${product.appUrl}${path}`, { redirect: "manual" }).then(
      (response) => ({ status: response.status, headers: response.headers }),
    );
    expect(answer.status, path).toBe(status);
    const policy = (headers.get("content-security-policy") ?? "").split("; ");
    expect(policy, path).toContain(`frame-ancestors ${ancestors}`);
    expect(policy, path).toContain("default-src 'none'");
    expect(headers.get("x-frame-options"), path).toBeNull();
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("cache-control"), path).toContain("no-store");
    expect(headers.get("permissions-policy"), path).toContain("camera=()");
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
    const isCallback = path.startsWith("/api/bigcommerce/");
    expect(headers.get("referrer-policy"), path).toBe(isCallback ? "no-referrer" : "same-origin");
    expect(headers.get("cross-origin-opener-policy"), path).toBe(isCallback ? null : "same-origin");
    // Only over https; the stories' product is at http.
    expect(headers.get("strict-transport-security"), path).toBeNull();
  }
  for (const route of ["session", "events", "subscriptions", "overview", "settings"])
    expect((await api(store, route)).headers.get("cache-control"), route).toBe("no-store");
});
