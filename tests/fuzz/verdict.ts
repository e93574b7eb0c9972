import type { FuzzAnswer } from "./answers.ts";
import type { FuzzRequest } from "./requests.ts";

/** What HTTP itself refuses, before anything of ours is asked. */
const HTTP_REFUSALS = [400, 408, 411, 413, 414, 417, 431, 501, 505];
/** More was asked at once than the app answers: its bound, which docs/operations.md states. */
const BOUND = "OVERLOADED";
/** The host that requests name and answers must not lead to. */
export const FOREIGN = "evil.example";
const LEADS_AWAY = new RegExp(String.raw`^location:\s*(?:\w+:)?[/\\]{2,}[^/]*${FOREIGN}`, "im");

/** A file is cut off on purpose where it cannot be made whole, such as when its person was signed out meanwhile. */
const IS_FILE = /^content-disposition: attachment/im;

/** Why an answer is not right; null when it is. Pure. */
export function faultOf({ expected }: FuzzRequest, { status, said, isCut }: FuzzAnswer): string | null {
  if (LEADS_AWAY.test(said)) return "the answer leads to another host";
  if (isCut && expected.length > 0 && !IS_FILE.test(said)) return "the answer was cut off";
  if (expected === "no fault of ours") {
    if (status === 0) return "there was no answer";
    return status >= 500 && !(status === 503 && said.includes(BOUND)) ? `our fault: ${status}` : null;
  }
  if (expected.length === 0)
    return status === 0 || HTTP_REFUSALS.includes(status) || (status >= 400 && status < 500)
      ? null
      : `malformed HTTP was answered ${status}`;
  return expected.includes(status) ? null : `expected ${expected.join(" or ")}, got ${status}`;
}
