/**
 * Whether a compact token is spelt the only way that it was issued. Decoding base64url forgives unused bits and other
 * alphabets, so that one signature or seal has several spellings. Pure. Source: RFC 4648, 3.5.
 */
export function isCanonical(token: string): boolean {
  return token.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part);
}
