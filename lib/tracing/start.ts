import type { TracingSettings } from "#lib/config/tracing-settings.ts";
import { versionOf } from "#lib/config/version.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { setTracing, tracing } from "./tracing.ts";

const UNSENT = new Trouble({
  level: "warn",
  message: "traces could not be sent; they are thrown away",
  over: "traces are sent again",
});

/** Makes traces from now on, where the settings want them; else it loads nothing. Repeatable. */
export async function startTracing(settings: TracingSettings | null): Promise<void> {
  if (!settings || tracing()) return;
  const { makeTracing } = await import("./otlp.ts");
  const version = versionOf(/* turbopackIgnore: true */ process.cwd(), "");
  const told = (failure: Error | null) => (failure ? UNSENT.met(failure) : UNSENT.passed());
  setTracing(makeTracing(settings, { version, told }));
}
