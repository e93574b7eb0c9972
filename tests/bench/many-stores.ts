import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";

/** Stores written by one statement. */
const BATCH = 5_000;

/** What the benchmarks' BigCommerce knows of its stores, and the database has to know as well. */
export const benchStore = (index: number) => {
  const hash = `bench${index}`;
  return { hash, accessToken: `token of ${hash}`, webhookSecret: `secret of ${hash}` };
};

/**
 * Writes stores with the subscriptions of a new one, as `benchStore` numbers them, into the database that the settings
 * name: ten thousand take some seconds. Not repeatable with the same numbers.
 * @param from Number of the first one.
 */
export async function fillStores(count: number, from = 0): Promise<void> {
  const { config } = await import("#lib/config/config.ts");
  const { seal } = await import("#lib/crypto/seal.ts");
  const { database } = await import("#lib/platform/db/client.ts");
  const { webhookSecretColumn, accessTokenColumn } = await import("#lib/crypto/sealed-columns.ts");
  const { encryptionKeys } = config();
  const { pool } = database();
  for (let start = from; start < from + count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, from + count - start) }, (_, index) => {
      const { hash, accessToken, webhookSecret } = benchStore(start + index);
      const token = seal(accessToken, accessTokenColumn(hash), encryptionKeys);
      return { hash, token, secret: seal(webhookSecret, webhookSecretColumn(hash), encryptionKeys) };
    });
    await pool.query(
      `INSERT INTO stores (hash, name, scopes, installed_at, access_token_sealed, webhook_secret_sealed)
       SELECT hash, hash, '{}', now(), token, secret FROM json_to_recordset($1) AS row(hash text, token text, secret text)`,
      [JSON.stringify(rows)],
    );
    await pool.query(
      `INSERT INTO subscriptions (store_hash, scope, is_wanted, changed_at, had_hook)
       SELECT hash, scope, true, now(), true FROM unnest($1::text[]) AS hash, unnest($2::text[]) AS scope`,
      [rows.map(({ hash }) => hash), STARTER_SCOPES],
    );
  }
  for (const table of ["stores", "subscriptions"]) await pool.query(`ANALYZE ${table}`);
}
