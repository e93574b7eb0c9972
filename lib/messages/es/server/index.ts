export * from "./alerts.ts";
export * from "./destinations.ts";
export * from "./extensions.ts";
export * from "./problems.ts";
export * from "./sentences.ts";
export * from "./webhooks.ts";
export { ES as EVENT_TYPES, ES_EVENTS as EVENT_SENTENCES } from "#lib/messages/es/event-types.ts";
export * as EVENT_CHANGES from "#lib/messages/es/changes.ts";
