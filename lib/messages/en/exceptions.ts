export const area = "exceptions";

/** Texts about what BigCommerce tells of failed deliveries. */
export const EXCEPTIONS = {
  title: "Delivery problems",
  text: "Events BigCommerce couldn't deliver in the last 7 days.",
  list: "Delivery problems, newest first",
  store: "A deleted webhook",
};

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const MEANINGS: Readonly<Record<number, string>> = {
  90001: "BigCommerce couldn't deliver an event and tries again.",
  90002: "BigCommerce couldn't deliver an event for 48 hours and turns off the webhook.",
  90003: "Too many deliveries failed. BigCommerce pauses all deliveries to this address.",
};

/** A code in words; of one that is not documented, the code itself. */
export function exceptionText(code: number): string {
  return MEANINGS[code] ?? `A delivery failed. BigCommerce's code for the reason is ${code}.`;
}
