export * from "./alerts.ts";
export * from "./destinations.ts";
export * from "./extensions.ts";
export * from "./problems.ts";
export * from "./sentences.ts";
export * from "./webhooks.ts";
export { FR as EVENT_TYPES, FR_EVENTS as EVENT_SENTENCES } from "#lib/messages/fr/event-types.ts";
export * as EVENT_CHANGES from "#lib/messages/fr/changes.ts";
