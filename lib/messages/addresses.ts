/** Where help is found. */
export const HELP_URL = "https://developer.bigcommerce.com/docs/integrations/webhooks";
export const SUPPORT_URL = "mailto:support@webhook-keeper.example";
export const MARKETPLACE_URL = "https://www.bigcommerce.com/apps/";
