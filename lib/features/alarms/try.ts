import type { OperatorSettings } from "#lib/config/operator-settings.ts";
import type { Attempt } from "#lib/platform/outbound/attempt.ts";
import { testMessageOf, type AlarmFacts } from "./message.ts";
import { attemptBy, waysOf } from "./ways.ts";

/** What came of a test message on one way. */
export interface Tried extends Attempt {
  /** The address of a mail; of the webhook its host alone, since its address is a secret. */
  to: string;
  channel: "email" | "webhook";
}

/**
 * Sends a test message once on every way to the operator. It needs no database, as alarms need none. Repeatable. Never throws,
 * save that it ends when `signal` fires.
 */
export function tryWays(
  operator: OperatorSettings,
  facts: Pick<AlarmFacts, "place" | "appUrl" | "now">,
  signal: AbortSignal,
): Promise<Tried[]> {
  const message = testMessageOf(facts);
  return Promise.all(
    waysOf(operator).map(async (way): Promise<Tried> => {
      const attempt = await attemptBy(way, message, facts.now, signal);
      return "email" in way
        ? { channel: "email", to: way.email, ...attempt }
        : { channel: "webhook", to: new URL(way.url).host, ...attempt };
    }),
  );
}

/** Says what came of it. Pure. */
export function sentenceOfTry({ channel, to, result, status, failure }: Tried): string {
  const whom = channel === "email" ? `Email to ${to}` : `Webhook at ${to}`;
  if (result === "delivered")
    return channel === "email"
      ? `${whom}: the mail server took it. Look whether it arrived.`
      : `${whom}: it answered ${status}.`;
  return `${whom}: not delivered, ${failure ?? "for no reason given"}${status === null ? "" : ` (answer ${status})`}.`;
}
