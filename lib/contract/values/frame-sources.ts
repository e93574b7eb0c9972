/**
 * Whether a list of `frame-ancestors` sources lets an origin frame the app. Knows what such a list is made of here, whole
 * origins and `https://*.example.com`; anything else in it allows nothing. Pure. Source: CSP Level 3, 6.7.2.8.
 * @param sources Separated by spaces.
 * @param origin As a browser or `URL.origin` spells it.
 */
export function allowsFraming(sources: string, origin: string): boolean {
  return sources.split(/\s+/).some((source) => matches(source, origin));
}

/**
 * The sources that name one origin each: whoever wrote them meant those very panels, whatever store is asked for. Pure.
 * @param sources Separated by spaces.
 */
export function wholeOrigins(sources: string): string[] {
  return sources.split(/\s+/).filter((source) => source !== "" && !source.includes("*"));
}

function matches(source: string, origin: string): boolean {
  const [scheme, host, ...others] = source.toLowerCase().split("://");
  if (!scheme || !host || others.length > 0) return false;
  if (!host.startsWith("*.")) return URL.parse(source)?.origin === origin && origin !== "null";
  // The rest of the address after `*` begins with a dot, so `evilexample.com` is no part of `*.example.com`.
  const rest = host.slice(1);
  return (
    /^\.[a-z0-9.-]+(:\d+)?$/.test(rest) &&
    origin.startsWith(`${scheme}://`) &&
    origin.endsWith(rest) &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(origin.slice(scheme.length + 3, -rest.length))
  );
}
