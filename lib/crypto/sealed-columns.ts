/** The column and row that seal a store's access token; see `seal`. */
export const accessTokenColumn = (hash: string) => `stores.access_token:${hash}`;

/** The column and row that seal a store's webhook secret; see `seal`. */
export const webhookSecretColumn = (hash: string) => `stores.webhook_secret:${hash}`;

/** The column and row that seal the secret that signs a store's alerts; see `seal`. */
export const alertSecretColumn = (storeHash: string) => `alert_settings.webhook_secret:${storeHash}`;

/** The column and row that seal a destination's address; see `seal`. */
export const destinationUrlColumn = (id: string) => `destinations.url:${id}`;

/** The column and row that seal a destination's keys, headers and sign-in; see `seal`. */
export const destinationSecretsColumn = (id: string) => `destinations.secrets:${id}`;
