import type { FrameLocator } from "@playwright/test";
import type { BigCommerce, Store } from "./bigcommerce.ts";

/** Sends something to the app's API under a store, as the app's own page does. */
export async function send(
  app: FrameLocator,
  { hash }: Pick<Store, "hash">,
  [method, route, body]: [string, string, unknown],
) {
  const status = await app.locator("html").evaluate(
    async (_html, { url, method: by, text }) => {
      const headers = { "Content-Type": "application/json", "X-Requested-With": "webhook-keeper" };
      return (await fetch(url, { method: by, headers, body: text })).status;
    },
    { url: `/s/${hash}/api/${route}`, method, text: JSON.stringify(body) },
  );
  if (status >= 300) throw new Error(`${method} ${route} answered ${status}`);
}

/**
 * Makes two destinations, one whose receiver answers with an error and one that is off, beside what is there.
 * @param app A page of the store.
 */
export async function breakDestinations(
  app: FrameLocator,
  bigcommerce: Pick<BigCommerce, "addReceiver" | "answer" | "fire">,
  store: Store,
): Promise<void> {
  const receiver = await bigcommerce.addReceiver();
  await bigcommerce.answer(receiver, 500);
  for (const name of ["Shipping", "Accounting"])
    await send(app, store, [
      "POST",
      "destinations",
      { name, url: receiver.url, eventTypes: ["store/order/*"] },
    ]);
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
}

/**
 * Breaks four webhooks in four ways behind the app's back, which is told not to fix them, and has it look.
 * @param app A page of the store.
 */
export async function breakFour(
  app: FrameLocator,
  bigcommerce: Pick<BigCommerce, "hooks" | "loseHook" | "changeHook">,
  store: Store,
): Promise<void> {
  await send(app, store, ["PUT", "keeper", { isTellingOnly: true }]);
  const [first, second, third, fourth] = await bigcommerce.hooks(store);
  if (!first || !second || !third || !fourth) throw new Error("The store has too few webhooks");
  await bigcommerce.loseHook(store, first);
  await bigcommerce.changeHook(store, second, { is_active: false });
  await bigcommerce.changeHook(store, third, { destination: "https://elsewhere.example/webhooks" });
  await bigcommerce.changeHook(store, fourth, {
    headers: { "x-webhook-keeper-secret": "a secret of somebody else" },
  });
  await send(app, store, ["POST", "subscriptions/reconcile", { dryRun: true }]);
}
