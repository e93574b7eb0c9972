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
  if (status !== 200) throw new Error(`${method} ${route} answered ${status}`);
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
