/** Where the secret that signs a store's alerts is sealed for; see `seal`. */
export const alertSecretPlace = (storeHash: string) => `alert_settings.webhook_secret:${storeHash}`;
