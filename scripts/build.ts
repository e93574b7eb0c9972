// `npm run build`: builds the pages of this version, when that was not done, and keeps their scripts beside those of other
// versions. Processes that run meanwhile notice nothing.
import "./environment.ts";
import { AppError } from "#lib/errors.ts";
import { buildWhenStale } from "./builds.ts";
import { say } from "./steps.ts";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));
process.on("disconnect", () => process.exit(1));
try {
  say(`The pages of this version are in ${await buildWhenStale()}.`);
  process.exit(0);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
