/** What a request is for, by its target. */
export type Target =
  /** Path and query; `authority` where the target named one, which goes before the `Host` header. */
  | { kind: "path"; url: string; authority?: string }
  /** The server as a whole: `OPTIONS *`. */
  | { kind: "server" }
  /** Nothing that we have can have such an address. */
  | { kind: "unreadable" };

/** Most targets, all of deliveries among them: nothing to decode and nothing to repair. */
const PLAIN = /^(?:\/[\w.~-]+)+$/;
const ABSOLUTE = /^https?:\/\/([^/?#@\\]+)(?=[/?#]|$)(.*)$/i;
/** Everything that may stand in a target. Source: RFC 3986, 2: the rest is sent percent-encoded. */
const VISIBLE = /^[\x21-\x7e]+$/;

/**
 * Reads a request's target. One in absolute form counts as its path, whatever host it names, as everything that comes
 * here is for us. Doubled and trailing slashes below `/api/` are taken away, because programs that send there follow no
 * redirect. A path that is not valid UTF-8 once it is decoded, or holds NUL, is unreadable. Pure.
 * Source: RFC 9112, 3.2; RFC 9110, 4.2.4 (an address with a user in it is to be refused).
 */
export function readTarget(method: string, target: string): Target {
  if (PLAIN.test(target)) return { kind: "path", url: target };
  if (target === "*") return { kind: method === "OPTIONS" ? "server" : "unreadable" };
  const [, authority, rest = ""] = ABSOLUTE.exec(target) ?? [];
  const relative = authority === undefined ? target : rest.startsWith("/") ? rest : `/${rest}`;
  if (!relative.startsWith("/") || !VISIBLE.test(relative)) return { kind: "unreadable" };
  const [path = "", ...query] = relative.split(/(?=[?#])/);
  if (!isDecodable(path)) return { kind: "unreadable" };
  const url = `${forPrograms(path)}${query.join("")}`;
  return { kind: "path", url, ...(authority !== undefined && { authority }) };
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** The path as it is, unless it is one of those that programs call. */
function forPrograms(path: string): string {
  const single = path.replace(/[/\\]+/g, "/");
  return single.startsWith("/api/") && single.length > "/api/".length ? single.replace(/\/$/, "") : path;
}
