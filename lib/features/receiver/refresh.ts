/** How often every receiver looks which stores have changed, in case a notification went astray. */
export const REFRESH_MS = 60_000;
