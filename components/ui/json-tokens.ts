/** A stretch of a JSON text: what it is decides its colour. */
export interface JsonToken {
  kind: "name" | "value" | "plain";
  text: string;
}

const PATTERN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\b/g;

/** Cuts JSON into names, values and the rest; joined they are the text again. Pure; text that is no JSON is cut as well. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const [whole, quoted, colon] = match;
    if (match.index > end) tokens.push({ kind: "plain", text: text.slice(end, match.index) });
    if (quoted !== undefined && colon !== undefined) {
      tokens.push({ kind: "name", text: quoted }, { kind: "plain", text: colon });
    } else {
      tokens.push({ kind: "value", text: whole });
    }
    end = match.index + whole.length;
  }
  if (end < text.length) tokens.push({ kind: "plain", text: text.slice(end) });
  return tokens;
}

/** JSON with an indent of two, for reading; null when the text is no JSON. Big numbers keep their digits: see below. */
export function prettyJson(text: string): string | null {
  try {
    // A number beyond 2^53 would come back changed, so such a text stays as it is.
    const value: unknown = JSON.parse(text);
    return /\d{16,}/.test(text) ? text : JSON.stringify(value, null, 2);
  } catch {
    return null;
  }
}
