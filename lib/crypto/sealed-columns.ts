/** The column and row that seal a store's access token; see `seal`. */
export const accessTokenColumn = (hash: string) => `stores.access_token:${hash}`;

/** The column and row that seal a store's webhook secret; see `seal`. */
export const webhookSecretColumn = (hash: string) => `stores.webhook_secret:${hash}`;

/** The column and row that seal the secret that signs a store's alerts; see `seal`. */
export const alertSecretColumn = (storeHash: string) => `alert_settings.webhook_secret:${storeHash}`;
