import { randomBytes } from "node:crypto";

/** One-time marks of a page's own scripts and styles. Two, because a page's styles can read the one in a meta element. */
export interface Nonces {
  script: string;
  style: string;
}

/** What the headers depend on. */
export interface HeaderSettings {
  /** Public origin of the app. */
  appUrl: string;
  /** Sources of `frame-ancestors`, space separated. */
  frameAncestors: string;
  /** The development server evaluates modules and writes styles that carry no nonce. */
  isDevelopment: boolean;
}

/** Two fresh nonces of 128 bits. Source: CSP Level 3, 7.1. */
export function newNonces(): Nonces {
  return { script: randomBytes(16).toString("base64"), style: randomBytes(16).toString("base64") };
}

/**
 * The policy of every page and answer: our own scripts and styles, our own server, frames by the control panel alone.
 * Floating parts of BigDesign set style attributes, and its icons are `data:` images. Pure. Source: CSP Level 3.
 */
export function contentSecurityPolicy(
  { script, style }: Nonces,
  { frameAncestors, isDevelopment }: HeaderSettings,
): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${script}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${style}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}

/** What no page of ours needs, and no script that got into one should have. Source: W3C, Permissions Policy. */
const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/**
 * The headers beside the policy. `X-Frame-Options` is left out on purpose: it cannot name the control panel. No other site
 * may load an answer of ours as its script or picture, nor hold on to a window of ours; the callbacks alone let go of that,
 * because an installation from another site may run in a window that this site opened and waits for. Pure.
 * Source: Fetch, Cross-Origin-Resource-Policy; HTML, Cross-Origin-Opener-Policy; RFC 6797.
 */
export function securityHeaders({ appUrl }: HeaderSettings, pathname: string): Record<string, string> {
  const isCallback = pathname.startsWith("/api/bigcommerce/");
  const headers: Record<string, string> = {
    // A callback's address may hold a signed payload.
    "Referrer-Policy": isCallback ? "no-referrer" : "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ["clipboard-write=(self)", ...DENIED_FEATURES.map((name) => `${name}=()`)].join(
      ", ",
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  if (!isCallback) headers["Cross-Origin-Opener-Policy"] = "same-origin";
  if (appUrl.startsWith("https:")) headers["Strict-Transport-Security"] = "max-age=31536000";
  return headers;
}
