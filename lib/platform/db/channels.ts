/** PostgreSQL channel on which a commit names its new events; payload: `storeHash:seq,storeHash:seq,…`. */
export const EVENTS_CHANNEL = "webhook_keeper_events";

/** PostgreSQL channel on which processes tell each other that a store was installed, changed or removed; payload: its hash. */
export const STORES_CHANNEL = "webhook_keeper_stores";

/**
 * PostgreSQL channel on which processes tell each other that a store's webhooks, or what is wanted of them, may have changed;
 * payload: its hash.
 */
export const WEBHOOKS_CHANNEL = "webhook_keeper_webhooks";

/**
 * PostgreSQL channel on which processes tell workers that a destination was made, changed or turned on, or that what waits for it
 * is to be sent now; payload: its id. Or that a worker gave some back, for others to own; payload: empty.
 */
export const DESTINATIONS_CHANNEL = "webhook_keeper_destinations";
