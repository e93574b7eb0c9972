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

/** Beyond this depth an indent says nothing any more, and the indents of 60,000 levels would take gigabytes. */
const DEPTH_MAX = 50;
/** What is longer than this, laid out, is nothing to read. */
const LAID_OUT_CHARS_MAX = 2_000_000;

/** A string, a bracket, a comma, a colon, or what stands between them. */
const PART = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** A text for reading, and whether it is JSON that cannot be laid out. */
export interface Layout {
  text: string;
  isAsItCame: boolean;
}

/**
 * Lays JSON out for reading, with an indent of two; text that is no JSON stays as it is. Nothing but the space between its
 * parts is touched: numbers keep their digits, and a key that is there twice is shown twice. What is nested too deeply, or
 * would become too long, stays as it came. Pure; never throws.
 */
export function layOut(text: string): Layout {
  try {
    JSON.parse(text);
  } catch {
    return { text, isAsItCame: false };
  }
  const lines: string[] = [""];
  let depth = 0;
  let chars = 0;
  let wasOpened = false;
  const add = (part: string) => {
    chars += part.length;
    lines.push(`${lines.pop() ?? ""}${part}`);
  };
  const breakLine = () => {
    chars += 2 * depth + 1;
    lines.push("  ".repeat(depth));
  };
  for (const [part] of text.matchAll(PART)) {
    const isClosing = part === "}" || part === "]";
    if (isClosing) depth--;
    if (wasOpened !== isClosing) breakLine();
    add(part);
    wasOpened = part === "{" || part === "[";
    if (wasOpened) depth++;
    else if (part === ",") breakLine();
    else if (part === ":") add(" ");
    if (depth > DEPTH_MAX || chars > LAID_OUT_CHARS_MAX) return { text, isAsItCame: true };
  }
  return { text: lines.join("\n"), isAsItCame: false };
}
