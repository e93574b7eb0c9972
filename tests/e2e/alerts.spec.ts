import { startMailServer, subjectOf } from "#tests/support/smtp.ts";
import { testReceiver } from "#tests/support/simulator.ts";
import type { BigCommerce } from "./bigcommerce.ts";
import { appIn, expect, goTo, rowOf, test, type StoryStore } from "./fixtures.ts";

const SCOPE = "store/order/created";
/** The keeper looks every 45 seconds while a page is open, and what it finds is told right after. */
const CHECK_MS = 75_000;

async function hookOf(bigcommerce: BigCommerce, store: StoryStore) {
  const hook = (await bigcommerce.hooks(store)).find(({ scope }) => scope === SCOPE);
  if (!hook) throw new Error("The starter set is not there");
  return hook;
}

test("the owner sets an address, a hook breaks, mail and badge and banner tell, and tell when it is mended", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
  page,
  fitsAt,
  product,
}) => {
  test.setTimeout(360_000);
  const receiver = await testReceiver();
  const mail = await startMailServer(product.mailPort);
  const subjectsTo = (address: string) =>
    mail.mails.filter(({ to }) => to.includes(address)).map((each) => subjectOf(each));
  const store = await newStore();
  const app = await openApp(store, { path: "/settings/alerts" });
  const panel = app.getByRole("region", { name: "Alerts", exact: true });
  const address = `ana-${store.hash}@example.com`;

  await panel.getByLabel("Email addresses").fill("ana");
  await expect(panel.getByText("ana is not an email address.")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Save alerts" })).toBeDisabled();
  await panel.getByLabel("Email addresses").fill(address);
  await panel.getByLabel("Alert webhook URL").fill(`${receiver.url}/${store.hash}`);
  await panel.getByRole("button", { name: "Save alerts" }).click();
  await expect(app.getByText("Alerts saved")).toBeVisible();
  await expect(panel.getByText(/^whsec_/)).toBeVisible();
  await panel.getByRole("button", { name: "Send test email" }).click();
  await expect(panel.getByText(`Test to ${address} delivered`)).toBeVisible();
  await panel.getByRole("button", { name: "Send test request" }).click();
  await expect(panel.getByText(`Test to ${receiver.url} delivered`)).toBeVisible();
  expect(subjectsTo(address)).toEqual([`${store.name}: This is a test: alerts of this store arrive here`]);
  expect(await violations()).toEqual([]);
  await fitsAt([390, 1040]);

  // Once is mended at once; the second time within an hour is left to a person.
  for (let round = 0; round < 2; round++) {
    await bigcommerce.changeHook(store, await hookOf(bigcommerce, store), { is_active: false });
    if (round === 0)
      await expect
        .poll(async () => (await hookOf(bigcommerce, store)).is_active, { timeout: CHECK_MS })
        .toBe(true);
  }
  const alert = `${store.name}: 1 webhook was turned off at BigCommerce`;
  await expect.poll(() => subjectsTo(address).at(-1), { timeout: CHECK_MS }).toBe(alert);
  await expect.poll(() => receiver.received.map(({ path }) => path).length).toBeGreaterThan(1);
  await expect(app.getByRole("heading", { name: "1 thing to do" })).toBeVisible({ timeout: CHECK_MS });
  await expect(app.getByRole("link", { name: "Overview 1 to do" })).toBeVisible();
  // The banner leads to the broken row, not in a circle.
  await app.getByRole("button", { name: "View webhooks" }).click();
  await expect(rowOf(app, SCOPE)).toBeVisible();
  await expect(rowOf(app, "store/order/updated")).toBeHidden();
  await expect(app.getByRole("heading", { name: "1 thing to do" })).toBeHidden();
  await goTo(app, "Overview");
  const todo = appIn(page).getByRole("region", { name: "To do" });
  await expect(todo.getByText("1 webhook was turned off at BigCommerce", { exact: true })).toBeVisible();
  await expect(todo.getByText("Losing events")).toBeVisible();
  expect(await violations()).toEqual([]);
  await fitsAt([390, 1040]);
  await todo.getByRole("button", { name: /^More actions, / }).click();
  await app.getByRole("menuitem", { name: "Mark as seen" }).click();
  await expect(todo.getByText(`Seen by ${store.owner.email}`)).toBeVisible();
  await expect(app.getByRole("link", { name: "Overview", exact: true })).toBeVisible();

  await todo.getByRole("button", { name: /^Turn on again: / }).click();
  await expect.poll(async () => (await hookOf(bigcommerce, store)).is_active).toBe(true);
  const recovery = `${store.name}: No webhook is turned off at BigCommerce anymore`;
  await expect
    .poll(() => subjectsTo(address), { timeout: CHECK_MS })
    .toEqual([`${store.name}: This is a test: alerts of this store arrive here`, alert, recovery]);
  await expect(todo).toBeHidden();
  await Promise.all([mail.close(), receiver.close()]);
});

test("staff see whom alerts go to and change nothing; BigCommerce's own notices are the owner's to set", async ({
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings/alerts" });
  const notices = app.getByRole("region", { name: "BigCommerce emails" });
  await notices.getByLabel("Email addresses").fill("ben@example.com");
  await notices.getByRole("button", { name: "Save addresses" }).click();
  await expect(app.getByText("Addresses saved")).toBeVisible();
  await page.reload();
  await expect(notices.getByLabel("Email addresses")).toHaveValue("ben@example.com");

  const theirs = await openApp(store, { user: "staff", path: "/settings/alerts" });
  await expect(theirs.getByText("Only the store owner can change settings for the whole store.")).toHaveCount(
    1,
  );
  const panel = theirs.getByRole("region", { name: "Alerts", exact: true });
  await expect(panel.getByLabel("Email addresses")).toBeDisabled();
  await expect(panel.getByLabel("Alert webhook URL")).toBeDisabled();
  await expect(
    theirs.getByRole("region", { name: "BigCommerce emails" }).getByLabel("Email addresses"),
  ).toBeDisabled();
});
