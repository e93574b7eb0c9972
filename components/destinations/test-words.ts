import type * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import type * as englishDestinations from "#lib/messages/en/destinations.ts";
import { delayWords, type Locale } from "#lib/messages/format/time.ts";
import { answerKind } from "#lib/contract/values/answer-kinds.ts";
import type { AttemptView, DestinationView } from "#lib/contract/destinations.ts";

/** Whether a key of the provider's own was wrong, and not the one that signs. */
const isProviders = (failure: string | null) => failure?.startsWith("RECEIVER_KEY_WRONG") === true;

/** What a test event came to, in a sentence or two. Pure. */
export function testWords(
  { status, failure, outcome, tookMs }: AttemptView,
  { name, answerSeconds }: Pick<DestinationView, "name" | "answerSeconds">,
  { DESTINATIONS }: Pick<typeof englishDestinations, "DESTINATIONS">,
  { answerText }: Pick<typeof englishDeliveries, "answerText">,
  locale: Locale,
): string {
  if (outcome === "delivered") return DESTINATIONS.tested(status, delayWords(tookMs, locale));
  const kind = answerKind({ status, failure });
  if (kind === "key" && !isProviders(failure)) return DESTINATIONS.testedKey(status);
  if (kind === "late" && status === null) return DESTINATIONS.testedLate(answerSeconds);
  const said = answerText(name, { status, failure });
  return status === null ? said : `${DESTINATIONS.testedOther(status)} ${said}`;
}
