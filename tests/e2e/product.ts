import { z } from "zod";

/** The environment variable by which the set-up tells the stories where the product runs. */
export const PRODUCT_VARIABLE = "STORIES_PRODUCT";

/** How the hashes of stores begin whose people see no technical details at first. */
export const PLAIN_HASH = "plain";

/** How the hashes of stores begin whose owner has not set the app up. */
export const FRESH_HASH = "fresh";

const Product = z.object({
  appUrl: z.string(),
  simulatorUrl: z.string(),
  databaseUrl: z.string(),
  /** Where it takes a mail server to be; a story that wants mail starts one there. */
  mailPort: z.number(),
  /** The page that `npm start` tells a person to open. */
  url: z.string(),
});
/** Where the running product is found. */
export type Product = z.infer<typeof Product>;

/** The product that the set-up started. */
export function runningProduct(): Product {
  return Product.parse(JSON.parse(process.env[PRODUCT_VARIABLE] ?? "null"));
}
