/** What a destination's answer, or its silence, means to a person. Each has words of its own. */
export const ANSWER_KINDS = [
  "error",
  "key",
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
  "unbuildable",
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

/** Codes of what happens without an answer, in lower case. */
const BY_FAILURE: Readonly<Record<string, AnswerKind>> = {
  name: "no_name",
  connect: "no_way",
  tls: "certificate",
  timeout: "late",
  broken: "cut_off",
  template: "unbuildable",
  not_an_address: "address",
  has_password: "address",
  own_address: "address",
  literal_address: "address",
  private_address: "address",
  not_https: "address",
  port_not_allowed: "address",
  cert_has_expired: "certificate_expired",
};

/**
 * What an answer means. Pure.
 * @param status Of the answer; null when there was none.
 * @param failure Why it did not arrive, as a code.
 */
export function answerKind({
  status,
  failure,
}: {
  status: number | null;
  failure: string | null;
}): AnswerKind {
  if (status === null) return BY_FAILURE[(failure ?? "").toLowerCase()] ?? "silent";
  const kind = BY_STATUS[status];
  if (kind) return kind;
  if (status >= 500) return "error";
  return status >= 300 && status < 400 ? "moved" : "rejected";
}
