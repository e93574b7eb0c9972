/** Where a store's access token is sealed for; see `seal`. */
export const tokenPlace = (hash: string) => `stores.access_token:${hash}`;

/** Where a store's webhook secret is sealed for; see `seal`. */
export const secretPlace = (hash: string) => `stores.webhook_secret:${hash}`;

/** Where the secret that signs a store's alerts is sealed for; see `seal`. */
export const alertSecretPlace = (storeHash: string) => `alert_settings.webhook_secret:${storeHash}`;
