/** A number that may be beyond what JavaScript holds exactly; a hash of digits stands behind a quotation mark. */
const MAY_BE_LONG = /[\s:,[]-?(?:\d{16}|[\d.]+[eE])/;

/**
 * Parses JSON as `JSON.parse` does, but for integers beyond 2^53, which become texts with their digits as they were
 * written: rounded, an id would be that of another thing. Pure.
 * @throws {SyntaxError} when the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!MAY_BE_LONG.test(text)) return value;
  try {
    return JSON.parse(text, exact);
  } catch (error) {
    // `JSON.parse` alone reads what is nested however deeply; calling back for each value is a recursion.
    if (error instanceof RangeError) return value;
    throw error;
  }
}

function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isLong = typeof value === "number" && !Number.isSafeInteger(value) && value % 1 === 0;
  return isLong ? (context?.source ?? value) : value;
}
