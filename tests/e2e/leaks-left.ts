import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dumpOf } from "#tests/support/dump.ts";
import { leaksIn } from "#tests/support/leaks.ts";
import { bigCommerce } from "./bigcommerce.ts";
import type { RunningProduct } from "./start-product.ts";

const Secrets = z.object({ clientSecret: z.string(), sessionSecret: z.string(), encryptionKey: z.string() });
const Stores = z.object({ stores: z.array(z.object({ hash: z.string() })) });

/**
 * Looks for secrets in what a product wrote and keeps, after whatever was done with it: those that it was started with,
 * those of every store's webhooks, and whatever has the shape of a token, a signature or a ticket. Call it while the
 * product runs.
 * @returns one line for each that was found, without the secret itself.
 */
export async function leaksLeft(dataDir: string, { product, logPaths }: RunningProduct): Promise<string[]> {
  const secrets = new Map(
    Object.entries(Secrets.parse(JSON.parse(readFileSync(join(dataDir, "sandbox-secrets.json"), "utf8")))),
  );
  const { hooks } = bigCommerce(product);
  const { stores } = Stores.parse(await (await fetch(`${product.simulatorUrl}/control/stores`)).json());
  for (const { hash } of stores) {
    for (const { id, headers } of await hooks({ hash })) {
      for (const [name, value] of Object.entries(headers ?? {})) secrets.set(`${name} of hook ${id}`, value);
    }
  }
  const [log, dump] = [
    logPaths.map((path) => readFileSync(path, "utf8")).join("\n"),
    await dumpOf(product.databaseUrl),
  ];
  // In nothing, nothing is found.
  if (!log.includes("a store installed the app") || !dump.includes("store/order/created"))
    return ["the log or the database is not the product's"];
  return [
    ...leaksIn(log, secrets).map((leak) => `in the log: ${leak}`),
    ...leaksIn(dump, secrets, { hasPeople: true }).map((leak) => `in the database: ${leak}`),
  ];
}
