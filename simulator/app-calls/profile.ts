/** The app as the Developer Portal knows it. */
export interface AppProfile {
  name: string;
  clientId: string;
  clientSecret: string;
  /** Public origin, e.g. `http://localhost:3000`. */
  origin: string;
  callbacks: Callbacks;
}

/** Paths of the four callbacks beneath the app's origin. */
export interface Callbacks {
  auth: string;
  load: string;
  uninstall: string;
  removeUser: string;
}

export const DEFAULT_CALLBACKS: Callbacks = {
  auth: "/api/bigcommerce/auth",
  load: "/api/bigcommerce/load",
  uninstall: "/api/bigcommerce/uninstall",
  removeUser: "/api/bigcommerce/remove-user",
};

/** A callback's full address with these query parameters. */
export function callbackUrl(
  app: AppProfile,
  callback: keyof Callbacks,
  query: Record<string, string>,
): string {
  const url = new URL(app.callbacks[callback], app.origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
