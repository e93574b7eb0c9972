import { AwsV4Signer } from "aws4fetch";
import type { DestinationAuth } from "#lib/contract/destinations.ts";
import type { CloudAddress } from "#lib/contract/values/cloud-addresses.ts";
import type { SignInFault } from "#lib/features/destinations/kinds/kind.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import { urlRefusal, type OutboundRules } from "#lib/platform/outbound/rules.ts";
import { processWide } from "#lib/process-wide.ts";

type AwsAuth = Extract<DestinationAuth, { kind: "aws" }>;

/** An access key of a user that lasts. Others need a token with them, and end after hours. Source: IAM User Guide, unique identifiers. */
const ACCESS_KEY = /^AKIA[\dA-Z]{12,124}$/;
const SECRET = /^[!-~]{16,200}$/;

/** What is wrong with an access key of AWS as it is written; null when it can be tried. Pure. */
export function awsFault(auth: DestinationAuth, rules: OutboundRules): SignInFault | null {
  const { accessKeyId, secretAccessKey, endpoint } = awsAuthOf(auth);
  if (!ACCESS_KEY.test(accessKeyId) || !SECRET.test(secretAccessKey)) return "AWS_KEY_WRONG";
  return endpoint !== "" && urlRefusal(endpoint, rules) !== null ? "ENDPOINT_REFUSED" : null;
}

/** The access key of a destination that has one, since none is kept without. */
function awsAuthOf(auth: DestinationAuth): AwsAuth {
  if (auth.kind !== "aws") throw new Error(`a destination at AWS signs in by ${auth.kind}`);
  return auth;
}

/** A request to one of AWS's services as it is before it is signed. Pure. */
export function awsCall(
  { endpoint }: Pick<CloudAddress, "endpoint">,
  auth: DestinationAuth,
  headers: Readonly<Record<string, string>>,
  body: string,
): OutboundCall {
  const own = auth.kind === "aws" ? auth.endpoint : "";
  return { url: own === "" ? endpoint : own, headers, body: Buffer.from(body) };
}

/** Keys that are held at once. */
const DAY_KEYS_MAX = 1_000;
/** What an access key becomes for a day, a region and a service: four of five steps of each signature are that. */
function dayKeys(): Map<string, ArrayBuffer> {
  const held = processWide("aws day keys", () => new Map<string, ArrayBuffer>());
  if (held.size >= DAY_KEYS_MAX) held.clear();
  return held;
}

/** A request that proves who sends it. Repeatable. Source: AWS, Signature Version 4. */
export async function signedCall(
  { url, headers, body }: OutboundCall,
  { service, region }: { service: "sqs" | "sns" | "events"; region: string },
  auth: DestinationAuth,
  now: Date,
): Promise<OutboundCall> {
  const { accessKeyId, secretAccessKey } = awsAuthOf(auth);
  const signer = new AwsV4Signer({
    method: "POST",
    url,
    headers: { ...headers },
    body: Buffer.from(body),
    accessKeyId,
    secretAccessKey,
    service,
    region,
    cache: dayKeys(),
    datetime: now.toISOString().replaceAll(/[:-]|\.\d{3}/g, ""),
  });
  const signed = await signer.sign();
  return { url: signed.url.href, headers: Object.fromEntries(signed.headers), body };
}
