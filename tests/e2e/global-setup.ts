// Runs once before all stories: starts the whole product as `npm start` does, on free ports and in a folder of its own.
import { leaksLeft } from "./leaks-left.ts";
import { PRODUCT_VARIABLE } from "./product.ts";
import { freePorts, newDataDir, startProduct } from "./start-product.ts";

/**
 * Starts the product; answers with the function that stops it and removes all that it kept. It fails when the stories
 * left a secret in the product's log or database.
 */
export default async function startForAll(): Promise<() => Promise<void>> {
  const data = newDataDir();
  const ports = [...(await freePorts(2)), ...(await freePorts(1, true))];
  const running = await startProduct(data.path, ports).catch((error: unknown) => {
    data.remove();
    throw error;
  });
  process.env[PRODUCT_VARIABLE] = JSON.stringify(running.product);
  return async () => {
    try {
      const leaks = await leaksLeft(data.path, running);
      if (leaks.length > 0) throw new Error(`The stories left secrets behind:\n${leaks.join("\n")}`);
    } finally {
      await running.stop();
      data.remove();
    }
  };
}
