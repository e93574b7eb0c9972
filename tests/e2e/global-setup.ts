// Runs once before all stories: starts the whole product as `npm start` does, on free ports and in a folder of its own.
import { PRODUCT_VARIABLE } from "./product.ts";
import { freePorts, newDataDir, startProduct } from "./start-product.ts";

/** Starts the product; answers with the function that stops it and removes all that it kept. */
export default async function startForAll(): Promise<() => Promise<void>> {
  const data = newDataDir();
  const { product, stop } = await startProduct(data.path, await freePorts(2)).catch((error: unknown) => {
    data.remove();
    throw error;
  });
  process.env[PRODUCT_VARIABLE] = JSON.stringify(product);
  return async () => {
    await stop();
    data.remove();
  };
}
