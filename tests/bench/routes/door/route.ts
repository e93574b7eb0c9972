export * from "#app/api/webhooks/[storeHash]/route.ts";
