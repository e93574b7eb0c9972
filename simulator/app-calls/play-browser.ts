/** Redirects that are followed before giving up, as many as browsers follow. */
const REDIRECTS_MAX = 20;

/** Where a browser ended up. */
export interface Visit {
  /** The last address, with its fragment. */
  location: string;
  status: number;
  /** Every `Set-Cookie` header on the way, as it came. */
  cookies: string[];
  /** Every address on the way, the first and the last included. */
  visited: string[];
  /** The last answer's body. */
  body: string;
}

interface Cookie {
  pair: string;
  name: string;
  path: string;
}

/**
 * Opens `url` as a merchant's browser does inside the control panel: follows redirects and keeps cookies by path.
 * Stops at an address of another origin, and reports that one without opening it.
 * @throws TypeError when the app does not answer
 */
export async function visit(url: string, referer: string): Promise<Visit> {
  const jar: Cookie[] = [];
  const cookies: string[] = [];
  const visited: string[] = [];
  let location = new URL(url);
  const { origin } = location;
  for (let redirects = 0; ; redirects += 1) {
    visited.push(location.href);
    const response = await fetch(location, {
      redirect: "manual",
      headers: {
        accept: "text/html,application/xhtml+xml",
        referer,
        cookie: cookieHeader(jar, location.pathname),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      cookies.push(line);
      keep(jar, line);
    }
    const target = response.headers.get("location");
    const isDone =
      response.status < 300 || response.status > 399 || target === null || redirects >= REDIRECTS_MAX;
    if (isDone)
      return {
        location: location.href,
        status: response.status,
        cookies,
        visited,
        body: await response.text(),
      };
    await response.body?.cancel();
    location = new URL(target, location);
    if (location.origin !== origin)
      return { location: location.href, status: response.status, cookies, visited, body: "" };
  }
}

function keep(jar: Cookie[], line: string): void {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const name = pair.split("=")[0] ?? "";
  const attribute = (key: string) =>
    attributes.find((part) => part.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
  const path = attribute("path") ?? "/";
  const old = jar.findIndex((cookie) => cookie.name === name && cookie.path === path);
  if (old !== -1) jar.splice(old, 1);
  const isGone = attribute("max-age") === "0" || Date.parse(attribute("expires") ?? "") < Date.now();
  if (!isGone) jar.push({ pair, name, path });
}

function cookieHeader(jar: readonly Cookie[], pathname: string): string {
  const applies = ({ path }: Cookie) =>
    path === "/" || pathname === path || pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
  return jar
    .filter(applies)
    .map(({ pair }) => pair)
    .join("; ");
}
