/** What a container runs: the app, and the commands of whoever runs it, as `deploy/image/entrypoint.sh` names them. */
export const IMAGE_ENTRIES: readonly string[] = [
  "server.ts",
  "instrumentation.ts",
  "next.config.mjs",
  ...["build", "worker", "migrate", "rotate-keys", "address", "operator"].map((name) => `scripts/${name}.ts`),
];
