import type { LoggerOptions } from "pino";

const HIDDEN = "[hidden]";
/** Deeper than anything that is logged on purpose. */
const DEPTH_MAX = 6;

/** Parts of names, in lower-case letters and digits alone, under which secrets and personal data go. */
const SECRET_NAMES =
  /accesskey|accesstoken|authorization|body|cookie|email|headers|jwt|parameters|params|password|payload|privatekey|query|secret|serviceaccount|signature|ticket|token/;
/** A `code` is an authorization code, unless it looks like an error's: `ECONNREFUSED`, `23505`, `P2002`. */
const ERROR_CODE = /^(?:[A-Z][A-Z_]+|[0-9A-Z]{5})$/;

/** Whatever looks like a secret, wherever in a text it stands. None of them may run over a quote: they also work on JSON. */
const SECRET_SHAPES: readonly [shape: RegExp, instead: string][] = [
  // JSON Web Tokens: signed ones have three parts, sealed ones five.
  [/eyJ[\w-]{5,}\.[\w-]*\.[\w-]*(?:\.[\w-]*){0,2}/g, HIDDEN],
  [/\bv\d+a?,[A-Za-z0-9+/]{20,}={0,2}/g, HIDDEN],
  // Keys of destinations: Standard Webhooks' own, those of key files, and the names of AWS's.
  [/\bwhs(?:ec|k)_[A-Za-z0-9+/]{20,}={0,2}/g, HIDDEN],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\+n|[\w+/=\s-])*/g, HIDDEN],
  [/\bA(?:KI|SI)A[A-Z0-9]{12,}/g, HIDDEN],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b((?:\w+_)?(?:code|jwt|password|secret|ticket|token))=(?!\[hidden\])[^&\s"'\\;,)]+/gi, `$1=${HIDDEN}`],
  // The user and password of an address.
  [/(\w:\/\/)[^\s"'\\/@]+@/g, `$1${HIDDEN}@`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi, HIDDEN],
];

/**
 * Settings of pino under which all of this holds for every line.
 * @param known Secrets of this process.
 */
export function discreet(
  known: readonly string[] = [],
): Pick<LoggerOptions, "formatters" | "hooks" | "serializers"> {
  return {
    // Cast: what goes in is an object, and so is what comes out.
    formatters: { log: (object) => loggable(object) as Record<string, unknown> },
    // Errors are described by then; pino's own way would name the description's type.
    serializers: { err: (described: unknown) => described },
    hooks: { streamWrite: (line) => maskText(line, known) },
  };
}

/**
 * Hides what looks like a secret or an e-mail address in a text, JSON included. Pure.
 * @param known Secrets of this process, hidden wherever they stand.
 */
export function maskText(text: string, known: readonly string[] = []): string {
  let masked = text;
  for (const secret of known) masked = masked.replaceAll(secret, HIDDEN);
  for (const [shape, instead] of SECRET_SHAPES) masked = masked.replace(shape, instead);
  return masked;
}

/**
 * What may be logged of a value: texts, numbers and plain objects as they are, without the texts and objects that stand
 * under the name of a secret; of an error its name, code, message and place; of anything else only what it is called. Pure.
 */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "function" || typeof value === "symbol") return `[${typeof value}]`;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value;
  if (depth >= DEPTH_MAX) return "[deep]";
  if (Array.isArray(value)) return value.map((each) => loggable(each, depth + 1));
  if (!isPlain(value)) return `[${value.constructor.name}]`;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      isSecret(name, each) ? HIDDEN : loggable(each, depth + 1),
    ]),
  );
}

/** An error as the log may hold it. */
export interface ErrorDescription {
  name: string;
  code?: string;
  message: string;
  /** The places it came through, without the message. */
  stack: string;
  /** The name and code of what caused it. */
  cause?: string;
}

/**
 * What may be logged of an error. Other fields stay out: PostgreSQL's and Prisma's hold rows, parameters and statements.
 * Prisma writes the arguments of a call into its message, before the last paragraph; only that one says what is wrong.
 */
export function describeError(error: Error): ErrorDescription {
  const { name, cause } = error;
  const paragraphs = error.message.trim().split(/\n\s*\n/);
  const message = name.startsWith("Prisma") ? (paragraphs.at(-1) ?? "") : error.message;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return {
    name,
    ...(code !== undefined && { code }),
    message,
    stack: frames.join("\n"),
    ...(cause instanceof Error && { cause: [cause.name, codeOf(cause)].filter(Boolean).join(" ") }),
  };
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" && ERROR_CODE.test(error.code)
    ? error.code
    : undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Counts, durations and answers of yes and no are no secrets, whatever they count or answer. */
function isSecret(name: string, value: unknown): boolean {
  if (["number", "bigint", "boolean"].includes(typeof value)) return false;
  if (name === "code") return typeof value !== "string" || !ERROR_CODE.test(value);
  return SECRET_NAMES.test(name.toLowerCase().replace(/[^a-z0-9]/g, ""));
}
