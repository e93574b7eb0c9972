import { config } from "#lib/config/config.ts";
import { log } from "#lib/log/log.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { RawArrival } from "#lib/features/receiver/prove.ts";
import { receiver } from "#lib/features/receiver/receive.ts";
import { readNotice } from "./notice.ts";
import { saveNotice } from "./records.ts";

const NOT_KEPT = new Trouble({
  level: "error",
  message: "delivery exceptions were not kept",
  over: "delivery exceptions are kept again",
  calmMs: 1_000,
});

/** HTTP status for what became of a notice; anything but 2xx makes BigCommerce come again. */
export type NoticeStatus = 200 | 401 | 404 | 503;

/**
 * Takes what BigCommerce says of failed deliveries: proven like any arrival, and kept before it is acknowledged. It is
 * no event of the shop, so that neither the log nor the counts of refused arrivals know of it. Never throws.
 * Without `EXCEPTION_URL` there is no such address.
 */
export async function receiveNotice(arrival: RawArrival, now: Date): Promise<NoticeStatus> {
  if (config().exceptionUrl === null) return 404;
  try {
    const proving = (await receiver()).prove(arrival, now);
    if (!proving.isProven) return 401;
    const notice = readNotice(arrival.body, now);
    if (notice) await saveNotice(arrival.storeHash, notice);
    else log.info("BigCommerce sent something else than a delivery exception to its address");
    NOT_KEPT.passed();
    return 200;
  } catch (error) {
    NOT_KEPT.met(error);
    return 503;
  }
}
