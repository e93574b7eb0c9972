import { randomBytes, timingSafeEqual } from "node:crypto";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { World } from "#simulator/world/world.ts";
import { callbackUrl, type AppProfile } from "./profile.ts";

/** How long a grant code may be swapped for a token, in milliseconds. */
const CODE_LIFETIME_MS = 300_000;

/** What the app sends to `/oauth2/token`, not checked yet. */
export type TokenRequest = Record<string, unknown>;

/** The address at which the merchant's browser brings the app a fresh code. Source: BigCommerce docs, Single-click app auth. */
export function installUrl(world: World, app: AppProfile, store: SimulatedStore, userId: number): string {
  const code = randomBytes(16).toString("hex");
  const nowMs = Date.now();
  const { scopes } = world.state.settings;
  world.state.codes = world.state.codes.filter(({ expiresAtMs }) => expiresAtMs > nowMs);
  world.state.codes.push({
    code,
    storeHash: store.hash,
    userId,
    scopes,
    expiresAtMs: nowMs + CODE_LIFETIME_MS,
  });
  world.save();
  return callbackUrl(app, "auth", {
    account_uuid: store.accountUuid,
    code,
    context: `stores/${store.hash}`,
    scope: scopes.join(" "),
  });
}

/**
 * Swaps a code for a token and installs the app. A code that was shown once is spent, whether the swap succeeded or not,
 * and an older token of the store ends.
 * @returns the answer's body, or null for `invalid_grant`
 */
export function exchangeCode(world: World, app: AppProfile, request: TokenRequest): object | null {
  const grant = world.state.codes.find(({ code }) => code === request["code"]);
  if (!grant) return null;
  world.state.codes = world.state.codes.filter((other) => other !== grant);
  world.save();
  const store = world.store(grant.storeHash);
  const user = store && world.person(store, grant.userId);
  const isRight =
    grant.expiresAtMs > Date.now() &&
    request["grant_type"] === "authorization_code" &&
    request["client_id"] === app.clientId &&
    isSecret(request["client_secret"], app.clientSecret) &&
    request["context"] === `stores/${grant.storeHash}` &&
    request["redirect_uri"] === callbackUrl(app, "auth", {});
  if (!isRight || !store || !user) return null;

  store.installation = {
    clientId: app.clientId,
    accessToken: randomBytes(20).toString("hex"),
    scopes: [...grant.scopes],
    userIds: store.installation?.userIds ?? store.staff.map(({ id }) => id),
  };
  return {
    access_token: store.installation.accessToken,
    scope: grant.scopes.join(" "),
    user: account(user),
    owner: account(store.owner),
    context: `stores/${store.hash}`,
    account_uuid: store.accountUuid,
  };
}

/**
 * Ends a store's token when the app now asks for other scopes than were granted, as BigCommerce does.
 * @returns whether the merchant has to accept the app again
 */
export function needsConsent(world: World, store: SimulatedStore): boolean {
  const { installation } = store;
  if (!installation) return true;
  const isChanged = installation.scopes.join(" ") !== world.state.settings.scopes.join(" ");
  if (isChanged) revokeToken(world, store);
  return installation.accessToken === "";
}

/** Ends a store's token; its hooks stay. The next launch asks the merchant to accept the app again. */
export function revokeToken(world: World, store: SimulatedStore): void {
  if (store.installation) store.installation.accessToken = "";
  world.save();
}

const account = ({ id, email }: { id: number; email: string }) => ({ id, username: email, email });

function isSecret(given: unknown, secret: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
