/** PostgreSQL channel on which a commit names its new events; payload: `storeHash:seq,storeHash:seq,…`. */
export const EVENTS_CHANNEL = "webhook_keeper_events";
