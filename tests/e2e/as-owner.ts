// What a store's owner does, without the screens.
import { z } from "zod";
import type { BigCommerce } from "./bigcommerce.ts";

/** A store, with the `Cookie` header of its owner's session. */
interface OpenedStore {
  hash: string;
  cookie: string;
}

/** Asks the app for something under a store as its owner's page does. @returns what it answered. */
async function ask(
  appUrl: string,
  { hash, cookie }: OpenedStore,
  [method, route, body]: [string, string, unknown],
): Promise<unknown> {
  const answer = await fetch(`${appUrl}/s/${hash}/api/${route}`, {
    method,
    headers: {
      Cookie: cookie,
      Origin: appUrl,
      "Content-Type": "application/json",
      "X-Requested-With": "webhook-keeper",
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Makes a destination as its owner does, without the screens. @returns its id. */
export async function makeDestination(
  appUrl: string,
  store: OpenedStore,
  input: Record<string, unknown>,
): Promise<string> {
  const made = await ask(appUrl, store, ["POST", "destinations", { eventTypes: ["*"], ...input }]);
  return z.object({ destination: z.object({ id: z.string() }) }).parse(made).destination.id;
}

/** Chooses the language in which the app speaks to the owner. */
export async function speak(appUrl: string, store: OpenedStore, language: string): Promise<void> {
  await ask(appUrl, store, ["PUT", "preferences", { language }]);
}

/** Turns on the webhooks of these scopes at once. */
export async function turnOn(appUrl: string, store: OpenedStore, scopes: readonly string[]): Promise<void> {
  await ask(appUrl, store, [
    "PUT",
    "subscriptions",
    { changes: scopes.map((scope) => ({ scope, wanted: true })) },
  ]);
}

/** Loses a webhook behind the app's back, which is told not to fix it, and has it look. */
export async function loseOne(
  appUrl: string,
  bigcommerce: Pick<BigCommerce, "hooks" | "loseHook">,
  store: OpenedStore & Parameters<BigCommerce["loseHook"]>[0],
): Promise<void> {
  await ask(appUrl, store, ["PUT", "keeper", { isTellingOnly: true }]);
  const [first] = await bigcommerce.hooks(store);
  if (!first) throw new Error("The store has no webhook");
  await bigcommerce.loseHook(store, first);
  await ask(appUrl, store, ["POST", "subscriptions/reconcile", { dryRun: true }]);
}

/**
 * Makes two destinations, one whose receiver answers with an error, and one that its owner turned off, and has something
 * happen that the first does not take.
 */
export async function makeTroubled(
  appUrl: string,
  bigcommerce: Pick<BigCommerce, "addReceiver" | "answer" | "fire">,
  store: OpenedStore & Parameters<BigCommerce["fire"]>[0],
): Promise<{ ill: string; off: string }> {
  const receiver = await bigcommerce.addReceiver();
  await bigcommerce.answer(receiver, 500);
  const ill = await makeDestination(appUrl, store, { name: "Warehouse", url: receiver.url });
  const off = await makeDestination(appUrl, store, { name: "Accounting", url: receiver.url });
  await ask(appUrl, store, ["PATCH", `destinations/${off}`, { isOn: false }]);
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
  return { ill, off };
}
