import { eventButtons, expect, flip, goTo, test, tick, type FrameLocator } from "./fixtures.ts";
import { makeDestination as make, speak } from "./as-owner.ts";
import type { BigCommerce } from "./bigcommerce.ts";

/** Widths of the app's frame: a laptop's, and a phone's. */
const WIDTHS = [1040, 390] as const;

const ORDER = { type: "order", id: 1023 };
const rows = (app: FrameLocator) =>
  app.getByRole("list", { name: "Deliveries, newest first" }).getByRole("listitem");

const partOf = (app: FrameLocator, name: string) =>
  app.getByRole("navigation", { name: "Parts of this destination" }).getByRole("link", { name });

/** Which event types came, each once: an event that a person sends while it is being tried may come twice. */
const takes = (bigcommerce: BigCommerce, receiver: Parameters<BigCommerce["taken"]>[0]) =>
  expect.poll(async () => [...new Set(await bigcommerce.taken(receiver))], { timeout: 20_000 });

test("an owner adds a destination by three questions, tries it, and is asked before an answer is lost", async ({
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  violations,
  widthsFit,
}) => {
  const store = await newStore({ isPlain: true });
  const receiver = await bigcommerce.addReceiver();
  const app = await openApp(store);
  await goTo(app, "Destinations");
  await expect(app.getByRole("heading", { name: "No destinations yet" })).toBeVisible();
  await expect(app.getByRole("button", { name: "Ask a developer" })).toBeVisible();
  for (const width of WIDTHS) {
    await frameWidth(width);
    expect(await violations(), `empty at ${width}`).toEqual([]);
    await widthsFit();
  }

  await app.getByRole("link", { name: "Add destination" }).click();
  const add = app.getByRole("button", { name: "Add destination" });
  await add.click();
  await expect(app.getByText("Enter a name.")).toBeVisible();
  await expect(app.getByLabel("Name")).toBeFocused();
  await app.getByRole("radio", { name: /^Amazon Web Services/ }).check();
  await expect(app.getByText(/^Enter the URL of a queue, or the ARN of/)).toBeVisible();
  await expect(app.getByText("Enter the keys.")).toHaveCount(2);
  // The preview is pale while it is read again.
  await expect(app.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(await violations(), "form with keys").toEqual([]);
  await app.getByRole("radio", { name: /^Your own server/ }).check();
  await app.getByLabel("Name").fill("Warehouse");
  await app.getByRole("textbox", { name: "Address" }).fill(receiver.url);
  await tick(app.getByRole("checkbox", { name: "Products and stock" }));
  await tick(app.getByRole("checkbox", { name: "For product updates: the price changed" }));
  const preview = app.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("We'd send this event.")).toBeVisible();
  await preview.getByText("Address and headers").click();
  await expect(preview.getByText(`POST ${receiver.url}`)).toBeVisible();
  for (const width of WIDTHS) {
    await frameWidth(width);
    expect(await violations(), `form at ${width}`).toEqual([]);
    await widthsFit();
  }

  await goTo(app, "Events");
  await app.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(app.getByLabel("Name")).toHaveValue("Warehouse");

  await add.click();
  await expect(app.getByRole("heading", { level: 1, name: "Warehouse is added" })).toBeVisible();
  await expect(app.getByText(/^whsec_/)).toBeVisible();
  await app.getByRole("button", { name: "Send test event" }).click();
  await expect(app.getByText(/^Answered 200 in \d/)).toBeVisible();
  await bigcommerce.answer(receiver, 401);
  await app.getByRole("button", { name: "Send test event" }).click();
  await expect(
    app.getByText("Answered 401. The receiver doesn't know the key yet: copy it now."),
  ).toBeVisible();
  expect(await violations(), "added").toEqual([]);
  await bigcommerce.answer(receiver, 200);

  await bigcommerce.fire(store, "store/order/created", { data: ORDER });
  await bigcommerce.fire(store, "store/customer/created");
  await takes(bigcommerce, receiver).toContain("store/order/created");
  await app.getByRole("link", { name: "View destination" }).click();
  await expect(app.getByText("Everything arrived.")).toBeVisible();
  await goTo(app, "Overview");
  await expect(app.getByText("No problems · Nothing waits")).toBeVisible();

  // What was not chosen says so itself; what was sent says when.
  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(2);
  await eventButtons(app).first().click();
  const sentTo = app.getByRole("region", { name: "Sent to" });
  await expect(sentTo.getByText("Warehouse doesn't get this type of event.")).toBeVisible();
  await app.getByRole("button", { name: "Older event" }).click();
  await expect(sentTo.getByText(/Delivered/)).toBeVisible();
  expect(await violations(), "event").toEqual([]);
});

test("a destination that breaks says so and counts down, and once it is mended everything arrives", async ({
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  page,
  product,
  violations,
  widthsFit,
}) => {
  const store = await newStore({ isPlain: true });
  const receiver = await bigcommerce.addReceiver();
  await bigcommerce.answer(receiver, 500);
  await make(product.appUrl, store, { name: "Warehouse", url: receiver.url });
  await bigcommerce.fire(store, "store/order/created", { data: ORDER });

  const app = await openApp(store, { path: "/destinations" });
  await expect(
    app.getByText(/Warehouse has answered with an error since .* Nothing is lost: 1 event waits\. Next try/),
  ).toBeVisible();
  await expect(app.getByText(/^\(\d:\d\d\)$|^Trying…$/)).toBeVisible();
  for (const width of WIDTHS) {
    await frameWidth(width);
    expect(await violations(), `list at ${width}`).toEqual([]);
    await widthsFit();
  }
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(), "list in forced colors").toEqual([]);
  await app.getByRole("link", { name: "Warehouse" }).click();
  await expect(rows(app)).toHaveCount(1);
  expect(await violations(), "deliveries in forced colors").toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  await expect(rows(app).getByText(/Warehouse answered with an error \(500\)\. Next try/)).toBeVisible();
  expect(await violations(), "deliveries").toEqual([]);
  await widthsFit();

  await bigcommerce.answer(receiver, 200);
  await app.getByRole("button", { name: /^Send now/ }).click();
  await takes(bigcommerce, receiver).toEqual(["store/order/created"]);
  await expect(app.getByText("Everything arrived.")).toBeVisible();
  await expect(app.getByText("Working")).toBeVisible();

  // Off, it keeps what comes; on again, it asks what to do with that.
  await flip(app.getByRole("switch", { name: "Warehouse" }));
  await expect(app.getByText(/^Turned off by/)).toBeVisible();
  await bigcommerce.fire(store, "store/order/statusUpdated", { data: ORDER });
  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(2);
  await expect(async () => {
    await goTo(app, "Overview");
    await goTo(app, "Destinations");
    await expect(app.getByText(/1 event since .* is kept\./)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await flip(app.getByRole("switch", { name: "Warehouse" }));
  await expect(app.getByRole("radio", { name: /^Send the 1 event since/ })).toBeChecked();
  expect(await violations(), "question").toEqual([]);
  await app.getByRole("button", { name: "Turn on" }).click();
  await takes(bigcommerce, receiver).toEqual(["store/order/created", "store/order/statusUpdated"]);

  await app.getByRole("link", { name: "Warehouse" }).click();
  await app.getByRole("link", { name: "Activity" }).click();
  await expect(app.getByText("You turned off the destination Warehouse")).toBeVisible();
  await partOf(app, "Settings").click();
  await app.getByRole("button", { name: "Renew key" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Renew key" }).click();
  await expect(app.getByText(/^whsec_/)).toBeVisible();
  await expect(app.getByText(/^Warehouse has until .* to use the new key\.$/)).toBeVisible();
  for (const width of WIDTHS) {
    await frameWidth(width);
    expect(await violations(), `settings at ${width}`).toEqual([]);
    await widthsFit();
  }
  await app.getByRole("button", { name: "Remove destination" }).click();
  await expect(app.getByRole("dialog").getByText("You can't undo this.")).toBeVisible();
  await app.getByRole("dialog").getByRole("button", { name: "Remove destination" }).click();
  await expect(app.getByRole("heading", { name: "No destinations yet" })).toBeVisible();
});

test("what was given up is sent again, a filter explains itself, and staff only look", async ({
  bigcommerce,
  frameWidth,
  newStore,
  openApp,
  product,
  violations,
  widthsFit,
}) => {
  const store = await newStore();
  const receiver = await bigcommerce.addReceiver();
  await bigcommerce.answer(receiver, 422, { "webhook-delivery": "abort-message" });
  await make(product.appUrl, store, {
    name: "Shipping",
    url: receiver.url,
    filter: { type: { $ne: "store/order/statusUpdated" } },
  });
  await bigcommerce.fire(store, "store/order/created", { data: ORDER });

  const staff = await openApp(store, { path: "/destinations", user: "staff" });
  await expect(staff.getByText("1 event didn't reach Shipping, and we've stopped trying.")).toBeVisible();
  await expect(staff.getByText("Only the store owner can change destinations.")).toBeVisible();
  await expect(staff.getByRole("switch", { name: "Shipping" })).toBeDisabled();
  await expect(staff.getByRole("link", { name: "Add destination" })).toBeHidden();
  expect(await violations(), "staff").toEqual([]);

  const app = await openApp(store, { path: "/destinations" });
  await app.getByRole("link", { name: "View events Shipping" }).click();
  await expect(rows(app).getByText("Shipping rejected it (422).")).toBeVisible();
  await app.getByText("1 attempt", { exact: true }).click();
  await expect(app.getByRole("button", { name: "Copy as cURL" })).toBeVisible();
  expect(await violations(), "attempts").toEqual([]);
  await bigcommerce.answer(receiver, 200);
  await app.getByRole("button", { name: "Send all again" }).click();
  await takes(bigcommerce, receiver).toEqual(["store/order/created"]);
  await expect(app.getByText("Everything arrived.")).toBeVisible();

  await bigcommerce.fire(store, "store/order/statusUpdated", { data: ORDER });
  await goTo(app, "Events");
  await eventButtons(app).filter({ hasText: "changed status" }).click();
  const sentTo = app.getByRole("region", { name: "Sent to" });
  await expect(sentTo.getByText("The filter of Shipping leaves it out.")).toBeVisible();

  // What arrived is sent there once more, after a warning.
  await app.getByRole("button", { name: "Older event" }).click();
  await app.getByRole("button", { name: "Resend… Shipping" }).click();
  await expect(app.getByText(/^Shipping has this event already, and gets it twice\./)).toBeVisible();
  expect(await violations(), "resend").toEqual([]);
  await app.getByRole("dialog").getByRole("button", { name: "Resend event" }).click();
  await expect.poll(() => bigcommerce.taken(receiver)).toHaveLength(2);

  await sentTo.getByRole("link", { name: "Shipping" }).click();
  await expect(app.getByRole("img", { name: /^2 delivered, 1 failed attempt in the last/ })).toBeVisible();
  await app.getByRole("button", { name: "Show as table" }).click();
  await expect(app.getByRole("columnheader", { name: "Failed attempts" })).toBeVisible();
  expect(await violations(), "chart as table").toEqual([]);

  // The settings tell at once which of the store's events they are about.
  await partOf(app, "Settings").click();
  const preview = app.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("We wouldn't send this event: the filter leaves it out.")).toBeVisible();
  await preview.getByRole("combobox", { name: "Event" }).click();
  await app.getByRole("option", { name: /^Order 1023 was created/ }).click();
  await expect(preview.getByText("We'd send this event.")).toBeVisible();
  const path = await app.locator("html").evaluate(() => location.pathname.replace(/^\/s\/[^/]+/, ""));
  await frameWidth(390);
  for (const [language, name] of Object.entries({ de: "Vorschau", fr: "Aperçu", es: "Vista previa" })) {
    await speak(product.appUrl, store, language);
    const spoken = await openApp(store, { path });
    await expect(spoken.getByRole("region", { name }).getByRole("combobox")).toBeVisible();
    await widthsFit();
  }
});
