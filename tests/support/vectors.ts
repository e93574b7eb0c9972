import { readFileSync } from "node:fs";
import { VECTORS } from "#tests/fixtures/bigcommerce/vectors.ts";
import { Vectors } from "#tests/fixtures/bigcommerce/vectors-shape.ts";

/** Those of the project; or, when `VECTORS` names a JSON file of the same shape, those in it. */
export const vectors: Vectors =
  process.env.VECTORS === undefined
    ? VECTORS
    : Vectors.parse(JSON.parse(readFileSync(process.env.VECTORS, "utf8")));

// Import this first: the settings are read once, at a later import. The app is the one that the vectors are made for.
process.env.BIGCOMMERCE_CLIENT_ID = vectors.clientId;
process.env.BIGCOMMERCE_CLIENT_SECRET = vectors.clientSecret;
process.env.APP_URL = "https://keeper.example.com";
process.env.SUPPORT_URL = "mailto:support@example.com";
process.env.HELP_URL = "https://help.example.com";
process.env.PRIVACY_URL = "https://example.com/privacy";
process.env.TERMS_URL = "https://example.com/terms";
process.env.SESSION_SECRET = "zR4vKq81tYw0LmXe7cBn3uHs9dPaJf6G";
process.env.ENCRYPTION_KEYS = "test:h0TqkPzW4m8cYx2RbVfLs6nJdEuGa1iOw3ZyKXv7QtI=";
