import { Trouble } from "#lib/log/trouble.ts";
import type { Proving, RawArrival } from "./prove.ts";
import { SignatureClock } from "./signature-clock.ts";
import { isNear, signedAtSeconds } from "#lib/crypto/webhook-signature.ts";
import { TEST_HEADER } from "./test-mark.ts";

/** Of arrivals that are believed, one in so long tells the time: comparing clocks must cost intake nothing. */
const EVERY_MS = 100;

const OUT_OF_TIME = new Trouble({
  level: "error",
  message: "deliveries were refused, whose signature is right and whose time is far from ours",
});

/** Learns BigCommerce's time from what it signed, whether that was believed or was too far from our time to be. */
export class ClockWitness {
  readonly #clock = new SignatureClock();
  #heardMs = -Infinity;

  /** Hears an arrival, and how it was proven; has the log say when it was refused for its time alone. */
  hear({ headers, body }: RawArrival, proving: Proving, clientSecrets: readonly string[], now: Date): void {
    const { "webhook-id": id = "", "webhook-timestamp": timestamp = "" } = headers;
    const nowMs = performance.now();
    if (proving.isProven) {
      if (proving.proof === "header" || nowMs - this.#heardMs < EVERY_MS) return;
      // What we sent ourselves tells our own time.
      if (headers[TEST_HEADER] !== undefined) return;
      this.#heardMs = nowMs;
      return this.#clock.add(id, Number(timestamp), nowMs);
    }
    if (proving.reason !== "wrong_signature" || isNear(Number(timestamp), now)) return;
    const signature = headers["webhook-signature"];
    const seconds = signedAtSeconds({ id, timestamp, signature }, body, clientSecrets);
    if (seconds === null) return;
    this.#clock.add(id, seconds, nowMs);
    const aheadSeconds = Math.round(now.getTime() / 1000 - seconds);
    OUT_OF_TIME.met(new Error("the clock is off, or the deliveries are old"), { aheadSeconds });
  }

  /** Seconds by which our clock is ahead of BigCommerce's, negative when it is behind; null when too little came. */
  aheadSeconds(now: Date): number | null {
    return this.#clock.aheadSeconds(now, performance.now());
  }
}
