export * from "./alerts.ts";
export * from "./destinations.ts";
export * from "./extensions.ts";
export * from "./problems.ts";
export * from "./sentences.ts";
export * from "./webhooks.ts";
export { DE as EVENT_TYPES, DE_EVENTS as EVENT_SENTENCES } from "#lib/messages/de/event-types.ts";
export * as EVENT_CHANGES from "#lib/messages/de/changes.ts";
