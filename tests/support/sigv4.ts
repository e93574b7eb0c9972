import { createHash, createHmac } from "node:crypto";
import type { Recorded } from "./recorder.ts";

const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Whether a request is signed with this secret for this region and service. Written from the rule: AWS, Signature Version 4. */
export function isSignedFor(
  { method, path, headers, body }: Recorded,
  { secret, region, service }: { secret: string; region: string; service: string },
): boolean {
  const said = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
    headers["authorization"] ?? "",
  );
  const [, , scope = "", names = "", signature] = said ?? [];
  const time = headers["x-amz-date"] ?? "";
  if (scope !== `${time.slice(0, 8)}/${region}/${service}/aws4_request`) return false;
  const listed = names.split(";");
  if (!listed.includes("host") || !listed.includes("x-amz-date")) return false;
  const lines = listed.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  const request = [method, path, "", lines, names, hash(body)].join("\n");
  const key = ["aws4_request", service, region, time.slice(0, 8)].reduceRight<string | Buffer>(
    (made, part) => hmac(made, part),
    `AWS4${secret}`,
  );
  const text = ["AWS4-HMAC-SHA256", time, scope, hash(request)].join("\n");
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}
