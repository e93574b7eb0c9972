import { readFileSync } from "node:fs";
import { z } from "zod";
import { VECTORS } from "#tests/fixtures/bigcommerce/vectors.ts";

const Case = z.object({ name: z.string(), clock: z.number().int() });
const Vectors = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  webhook: z.object({
    cases: z.array(
      Case.extend({
        headers: z.record(z.string(), z.string()),
        body: z.string(),
        expect: z.enum(["accept", "reject"]),
      }),
    ),
  }),
  signedPayloadJwt: z.object({
    cases: z.array(
      Case.extend({ jwt: z.string(), expect: z.enum(["accept", "accept-but-sanitise-url", "reject"]) }),
    ),
  }),
});
/** Deliveries and signed payloads of one app, each with the Unix time at which it is judged and what it deserves. */
export type Vectors = z.infer<typeof Vectors>;

/** Those of the project; or, when `VECTORS` names a JSON file of the same shape, those in it. */
export const vectors: Vectors =
  process.env.VECTORS === undefined
    ? VECTORS
    : Vectors.parse(JSON.parse(readFileSync(process.env.VECTORS, "utf8")));

// Import this first: the settings are read once, at a later import. The app is the one that the vectors are made for.
process.env.BIGCOMMERCE_CLIENT_ID = vectors.clientId;
process.env.BIGCOMMERCE_CLIENT_SECRET = vectors.clientSecret;
process.env.APP_URL = "https://keeper.example.com";
process.env.SESSION_SECRET = "zR4vKq81tYw0LmXe7cBn3uHs9dPaJf6G";
process.env.ENCRYPTION_KEYS = "test:h0TqkPzW4m8cYx2RbVfLs6nJdEuGa1iOw3ZyKXv7QtI=";
