/** Where an app is installed anew. */
export const MARKETPLACE_URL = "https://www.bigcommerce.com/apps/";
