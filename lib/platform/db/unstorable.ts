/** Deeper causes than this are not looked at. */
const CAUSES_MAX = 5;

/**
 * Whether PostgreSQL refused a statement for what was in its data: text that it does not take, a value out of range, a
 * document nested too deeply. The same data is refused again, other data is not. Source: PostgreSQL docs, Error codes
 * (class 22, and 54 for limits). Pure.
 */
export const isUnstorable = (error: unknown): boolean => isOfClass(error, /^(?:22|54)[0-9A-Z]{3}$/);

/**
 * Whether a statement failed for its own rows, so that it fails again, and one without them may not: for what is in them, for
 * a rule or a trigger of a table, for a damaged page, or in our own code. Not when PostgreSQL is away, full or busy.
 * Source: PostgreSQL docs, Error codes (classes 22, 23, 54, P0 and XX). Pure.
 */
export const isOfItsRows = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  isOfClass(error, /^(?:22|23|54|P0|XX)[0-9A-Z]{3}$/);

function isOfClass(error: unknown, codes: RegExp): boolean {
  let each = error;
  for (let depth = 0; depth < CAUSES_MAX && typeof each === "object" && each !== null; depth += 1) {
    if (statesOf(each).some((state) => codes.test(state))) return true;
    each =
      "cause" in each ? each.cause : "driverAdapterError" in each ? each.driverAdapterError : metaOf(each);
  }
  return false;
}

function metaOf(error: object): unknown {
  if (!("meta" in error) || typeof error.meta !== "object" || error.meta === null) return null;
  return "driverAdapterError" in error.meta ? error.meta.driverAdapterError : error.meta;
}

function statesOf(error: object): string[] {
  const codes = ["code" in error ? error.code : null, "originalCode" in error ? error.originalCode : null];
  return codes.filter((code) => typeof code === "string");
}
