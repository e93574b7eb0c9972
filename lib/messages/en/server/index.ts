export * from "./alerts.ts";
export * from "./destinations.ts";
export * from "./extensions.ts";
export * from "./problems.ts";
export * from "./sentences.ts";
export * from "./webhooks.ts";
export { EN as EVENT_TYPES, EN_EVENTS as EVENT_SENTENCES } from "#lib/messages/en/event-types.ts";
export * as EVENT_CHANGES from "#lib/messages/en/changes.ts";
