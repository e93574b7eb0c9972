export const area = "exceptions";

/** Texts about what BigCommerce tells of failed deliveries. */
export const EXCEPTIONS = {
  title: "BigCommerce says",
  text: "What BigCommerce told of events that it could not deliver, over the last seven days.",
  list: "Notices of BigCommerce, newest first",
  store: "A webhook that is gone",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "An event could not be delivered. BigCommerce sends it again.",
  90002: "An event could not be delivered in 48 hours. BigCommerce switches the webhook off.",
  90003: "Too many deliveries failed. BigCommerce pauses all deliveries to this address for a while.",
};

/** A code in words; of one that is not documented, the code itself. */
export function exceptionText(code: number): string {
  return MEANINGS[code] ?? `A delivery failed, for a reason that BigCommerce calls ${code}.`;
}
