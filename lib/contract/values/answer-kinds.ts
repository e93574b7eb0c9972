/** What a destination's answer, or its silence, means to a person. Each has words of its own. */
export const ANSWER_KINDS = [
  "error",
  "key",
  "denied",
  "clock",
  "nothing_there",
  "moved",
  "busy",
  "gone",
  "rejected",
  "late",
  "no_name",
  "no_way",
  "certificate_expired",
  "certificate",
  "cut_off",
  "address",
  "token",
  "unbuildable",
  "broken",
  "unkept",
  "too_large",
  "no_mail",
  "not_a_member",
  "paced",
  "silent",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

const BY_STATUS: Readonly<Record<number, AnswerKind>> = {
  401: "key",
  403: "key",
  404: "nothing_there",
  405: "nothing_there",
  408: "late",
  410: "gone",
  429: "busy",
};

/** By the first word of the code of what happened without an answer. */
const BY_FAILURE: Readonly<Record<string, AnswerKind>> = {
  RECEIVER_NAME_UNKNOWN: "no_name",
  RECEIVER_UNREACHABLE: "no_way",
  RECEIVER_INSECURE: "certificate",
  RECEIVER_TOO_SLOW: "late",
  RECEIVER_HUNG_UP: "cut_off",
  NOT_AN_ADDRESS: "address",
  HAS_PASSWORD: "address",
  OWN_ADDRESS: "address",
  LITERAL_ADDRESS: "address",
  PRIVATE_ADDRESS: "address",
  NOT_HTTPS: "address",
  PORT_NOT_ALLOWED: "address",
  TOKEN_REFUSED: "token",
  TOKEN_ANSWER_WRONG: "token",
  TOKEN_SERVER_UNREACHABLE: "token",
  TOKEN_ADDRESS_REFUSED: "token",
  EVENT_BROKEN: "broken",
  NOT_KEPT: "unkept",
  MESSAGE_TOO_LARGE: "too_large",
  MAIL_NOT_SET_UP: "no_mail",
  MAIL_NOT_A_MEMBER: "not_a_member",
  MAIL_HOUR_FULL: "paced",
  MAIL_SERVER_UNREACHABLE: "no_way",
  MAIL_SERVER_REFUSES_US: "no_mail",
};

/** What an answer says by a header, or a provider's own code, whatever its status. */
const BY_WISH: Readonly<Record<string, AnswerKind>> = {
  RECEIVER_BUSY: "busy",
  RECEIVER_GONE: "gone",
  RECEIVER_GAVE_UP: "rejected",
  RECEIVER_KEY_WRONG: "key",
  RECEIVER_FORBIDS: "denied",
  RECEIVER_NOT_FOUND: "nothing_there",
  RECEIVER_CLOCK: "clock",
  MESSAGE_TOO_LARGE: "too_large",
};

/** An answer, or why there was none: a code, and behind a space what it names. */
export interface ToldAnswer {
  /** Null when there was none. */
  status: number | null;
  failure: string | null;
}

/** What the code of a failure names, such as where a redirect leads; null when it names nothing. Pure. */
export const failureDetail = (failure: string | null): string | null =>
  /^\S+ (.+)$/s.exec(failure ?? "")?.[1] ?? null;

/** What an answer means. Pure. */
export function answerKind({ status, failure }: ToldAnswer): AnswerKind {
  const [code = "", detail] = (failure ?? "").split(" ");
  if (status === null) {
    if (detail === "CERT_HAS_EXPIRED") return "certificate_expired";
    if (code.startsWith("TEMPLATE_")) return "unbuildable";
    return BY_FAILURE[code] ?? "silent";
  }
  const kind = BY_WISH[code] ?? BY_STATUS[status];
  if (kind) return kind;
  // Some providers answer 200 to what they could not take.
  if (status >= 500 || (status < 300 && code === "RECEIVER_FAILED")) return "error";
  return status >= 300 && status < 400 ? "moved" : "rejected";
}
