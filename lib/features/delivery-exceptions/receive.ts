import { config } from "#lib/config/config.ts";
import { log } from "#lib/log/log.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { RawArrival } from "#lib/features/receiver/prove.ts";
import { receiver } from "#lib/features/receiver/receive.ts";
import { readDeliveryException } from "./delivery-exception.ts";
import { saveDeliveryException } from "./records.ts";

const NOT_KEPT = new Trouble({
  level: "error",
  message: "delivery exceptions were not kept",
  over: "delivery exceptions are kept again",
  calmMs: 1_000,
});

/** HTTP status for what became of a delivery exception; on anything but 2xx BigCommerce sends it again. */
export type DeliveryExceptionStatus = 200 | 401 | 404 | 503;

/**
 * Takes what BigCommerce says of failed deliveries: proven like any arrival, and kept before it is acknowledged. It is
 * no event of the shop, so that neither the log nor the counts of refused arrivals know of it. Never throws.
 * Without `EXCEPTION_URL` there is no such address.
 */
export async function receiveDeliveryException(
  arrival: RawArrival,
  now: Date,
): Promise<DeliveryExceptionStatus> {
  if (config().exceptionUrl === null) return 404;
  try {
    const proving = (await receiver()).prove(arrival, now);
    if (!proving.isProven) return 401;
    const exception = readDeliveryException(arrival.body, now);
    if (exception) await saveDeliveryException(arrival.storeHash, exception);
    else log.info("BigCommerce sent something else than a delivery exception to its address");
    NOT_KEPT.passed();
    return 200;
  } catch (error) {
    NOT_KEPT.met(error);
    return 503;
  }
}
