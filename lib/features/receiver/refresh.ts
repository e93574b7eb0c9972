/** How often every receiver reads all stores again, in case a notification went astray. */
export const REFRESH_MS = 60_000;
