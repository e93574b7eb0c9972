import { CLASH_MARK } from "./clash.ts";

/** Stands for what was masked, at the beginning of a value. */
export const MASK = "••••";

/** Headers that are the same in all that comes by one way from one sender. */
const STEADY: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-encoding",
  "content-type",
  "host",
  "user-agent",
  "via",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-forwarded-scheme",
  "x-forwarded-server",
]);

/** A longer one would not fit into its index. */
const FORM_BYTES_MAX = 2_000;

/** A line of a form: a name, and what is known of its value. A name holds neither `:` nor `=`. Source: RFC 9110, 5.6.2. */
const LINE = /^([^:=]+)(?:=(hash|bytes|masked)|: (.*))?$/;

/** The event that headers came with. */
interface HeadersOf {
  hash: string;
  /** Length of its body. */
  bytes: number;
}

/** Headers in two parts: what those of many requests have in common, and what is left of these. */
export interface BriefHeaders {
  /**
   * A line for each header, in the order received: `name: value` where the value never differs, `name=hash` and
   * `name=bytes` where the event itself has it, `name=masked` where the mask precedes what is left, `name` otherwise.
   */
  form: string;
  /** A line for each value that the form does not tell. */
  values: string;
}

/** Takes masked headers apart; null where that is not worth it, or would not bring the same ones back. Pure. */
export function briefHeaders(
  headers: Readonly<Record<string, string>>,
  { hash, bytes }: HeadersOf,
): BriefHeaders | null {
  let form = "";
  let values = "";
  for (const name in headers) {
    const value = headers[name] ?? "";
    if (value.includes("\n")) return null;
    if (form) form += "\n";
    if (STEADY.has(name)) form += `${name}: ${value}`;
    else if (name === "webhook-id" && value === hash && !hash.includes(CLASH_MARK)) form += `${name}=hash`;
    else if (name === "content-length" && value === String(bytes)) form += `${name}=bytes`;
    else if (value.startsWith(MASK)) {
      form += `${name}=masked`;
      values += `${value.slice(MASK.length)}\n`;
    } else {
      form += name;
      values += `${value}\n`;
    }
  }
  return form === "" || Buffer.byteLength(form) > FORM_BYTES_MAX ? null : { form, values };
}

/** The headers that were taken apart, in the order received. Pure. */
export function wholeHeaders(
  { form, values }: BriefHeaders,
  { hash, bytes }: HeadersOf,
): { name: string; value: string }[] {
  const left = values.split("\n").values();
  const next = () => left.next().value ?? "";
  return form.split("\n").map((line) => {
    const [, name = line, told, steady] = LINE.exec(line) ?? [];
    if (told === "hash") return { name, value: hash };
    if (told === "bytes") return { name, value: String(bytes) };
    return { name, value: told === "masked" ? MASK + next() : (steady ?? next()) };
  });
}
