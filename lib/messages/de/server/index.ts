export * from "./alerts.ts";
export * from "./problems.ts";
export * from "./webhooks.ts";
