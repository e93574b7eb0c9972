import { HEADERS_BYTES_MAX, HEADERS_MAX } from "#lib/contract/values/destinations.ts";

/** What a header's name is made of. Source: RFC 9110, 5.6.2. */
const NAME = /^[!#$%&'*+.^_`|~\dA-Za-z-]{1,100}$/;
/** What a header may say: no end of a line, behind which another header could begin. Source: RFC 9110, 5.5. */
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
/** Names that a connection, the body, Keeper or the signature needs. Source: RFC 9110, 7.6.1. */
const RESERVED =
  /^(?:connection|proxy-.*|keep-alive|te|trailer|transfer-encoding|upgrade|http2-settings|expect|host|content-.*|cookie2?|user-agent|accept-encoding|webhook-.*|x-webhook-keeper-.*)$/;
/** Bytes of a header beside its name and its value. */
const AROUND_BYTES = 4;

/** What is wrong with a header that an owner wants to be sent; `name` is null when it is not about one alone. */
export interface HeaderFault {
  code:
    | "HEADERS_TOO_MANY"
    | "HEADERS_TOO_LARGE"
    | "HEADER_NAME_WRONG"
    | "HEADER_RESERVED"
    | "HEADER_VALUE_WRONG"
    | "HEADER_TWICE";
  name: string | null;
}

/** What is wrong with the headers of a destination, for whoever enters them; null when they can be sent. Pure. */
export function headersFault(headers: Readonly<Record<string, string>>): HeaderFault | null {
  const entries = Object.entries(headers);
  if (entries.length > HEADERS_MAX) return { code: "HEADERS_TOO_MANY", name: null };
  const bytes = entries.reduce((sum, each) => sum + Buffer.byteLength(each.join("")) + AROUND_BYTES, 0);
  if (bytes > HEADERS_BYTES_MAX) return { code: "HEADERS_TOO_LARGE", name: null };
  const names = entries.map(([name]) => name.toLowerCase());
  for (const [index, [name, value]] of entries.entries()) {
    const code = faultOf(name, value) ?? (names.indexOf(name.toLowerCase()) < index ? "HEADER_TWICE" : null);
    if (code) return { code, name };
  }
  return null;
}

function faultOf(name: string, value: string): HeaderFault["code"] | null {
  if (!NAME.test(name)) return "HEADER_NAME_WRONG";
  if (RESERVED.test(name.toLowerCase())) return "HEADER_RESERVED";
  return VALUE.test(value) ? null : "HEADER_VALUE_WRONG";
}
