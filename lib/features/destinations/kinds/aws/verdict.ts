import type { Verdict } from "#lib/features/destinations/kinds/kind.ts";
import type { Answered } from "#lib/platform/outbound/exchange.ts";

/** An error as AWS names it, whichever of its services did. */
export interface AwsError {
  code: string;
  message: string;
}

/**
 * What each class of AWS's errors means, the first one that fits. Services name the same error in several ways. Source: AWS,
 * common error types; SQS, SNS and EventBridge API References.
 */
const CLASSES: readonly (readonly [test: (error: AwsError) => boolean, Verdict])[] = [
  [
    ({ code }) => /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i.test(code),
    { outcome: "busy", failure: "RECEIVER_BUSY" },
  ],
  [
    ({ code, message }) =>
      /^(?:RequestExpired|RequestTimeTooSkewed)$/.test(code) ||
      /signature (?:expired|not yet current)/i.test(message),
    { outcome: "ill", failure: "RECEIVER_CLOCK" },
  ],
  [
    ({ code }) =>
      /^(?:InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|InvalidToken|ExpiredToken|InvalidSecurity)/.test(
        code,
      ),
    { outcome: "ill", failure: "RECEIVER_KEY_WRONG" },
  ],
  [
    ({ code }) => /AccessDenied|AuthorizationError|NotAuthorized|Unauthorized|OptInRequired/i.test(code),
    { outcome: "ill", failure: "RECEIVER_FORBIDS" },
  ],
  [
    ({ code }) =>
      /NonExistentQueue|QueueDoesNotExist|^NotFound|ResourceNotFound|InvalidAddress|QueueDeletedRecently|InvalidAccountId/.test(
        code,
      ),
    { outcome: "ill", failure: "RECEIVER_NOT_FOUND" },
  ],
  [
    ({ code, message }) =>
      /TooLarge|TooLong|RequestEntityTooLarge/i.test(code) ||
      /must be shorter than|too long|too large|over the limit|exceed(?:s|ed) (?:the )?(?:max|limit)/i.test(
        message,
      ),
    { outcome: "given_up", failure: "MESSAGE_TOO_LARGE" },
  ],
  [
    ({ code }) => /^(?:InternalFailure|InternalError|InternalException|ServiceUnavailable)/.test(code),
    { outcome: "ill", failure: "RECEIVER_FAILED" },
  ],
];

/** What an answer of AWS's means; null when its status alone says it. Pure. */
export function awsVerdict(answer: Answered): Verdict | null {
  if (answer.status < 300) return null;
  const error = errorIn(answer);
  return error && verdictOn(error);
}

/** What an error of AWS's means. Others are about this one event. Pure. */
export function verdictOn(error: AwsError): Verdict | null {
  const verdict = CLASSES.find(([isOne]) => isOne(error))?.[1];
  return verdict ? { ...verdict, failure: `${verdict.failure} ${error.code}` } : null;
}

/** The error that an answer tells, by a header, as JSON or as XML; null when it tells none. */
function errorIn({ head, text }: Answered): AwsError | null {
  const told = jsonIn(text);
  const type = told["__type"] ?? told["code"] ?? /<Code>([^<]*)<\/Code>/.exec(text)?.[1];
  const inHead = head["x-amzn-errortype"] ?? head["x-amzn-query-error"];
  const code = /^(?:.*#)?([\w.]{1,80})/.exec(typeof type === "string" ? type : (inHead ?? ""))?.[1];
  if (code === undefined) return null;
  const message = told["message"] ?? told["Message"] ?? /<Message>([^<]*)/.exec(text)?.[1];
  return { code, message: typeof message === "string" ? message : "" };
}

function jsonIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
