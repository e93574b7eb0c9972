const CHANNEL_PREFIX = /^store\/channel\/(\d+|\*|\{channel_id\})\//;

/** A scope taken apart. */
export interface ScopeParts {
  /** What follows `store/` and the channel, such as `order/created`. */
  path: string;
  /** Digits of the channel; null for store-wide scopes, templates and the literal asterisk of inventory. */
  channelId: string | null;
}

/**
 * Takes a registered or delivered scope apart. Never throws; text that is no scope comes back as its own
 * path.
 * Source: BigCommerce docs, webhook events of channels, inventory and locations.
 */
export function partsOf(scope: string): ScopeParts {
  const channel = CHANNEL_PREFIX.exec(scope);
  if (!channel) return { path: scope.replace(/^store\//, ""), channelId: null };
  const [prefix, id = ""] = channel;
  return { path: scope.slice(prefix.length), channelId: /^\d+$/.test(id) ? id : null };
}

/**
 * The catalogue's spelling of a scope: `store/channel/1/order/created` becomes
 * `store/channel/{channel_id}/order/created`, everything else stays.
 */
export function templateOf(scope: string): string {
  return scope.replace(/^store\/channel\/\d+\//, "store/channel/{channel_id}/");
}

/**
 * Puts a channel's id into a template: the opposite of `templateOf`. Scopes without `{channel_id}` stay as
 * they are.
 */
export function scopeForChannel(template: string, channelId: string): string {
  return template.replace("{channel_id}", channelId);
}
