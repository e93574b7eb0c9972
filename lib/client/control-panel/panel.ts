/**
 * The control panel's side of a session: it hears that somebody works here, and says when they log out. BigCommerce's own
 * script for this is not loaded, so that no script of another site runs here; this speaks the same lines. They are
 * jschannel's notifications, JSON in a string, under the scope `bc`: each side says `__ready` with `ping` and answers one
 * with `pong`, and nothing else is sent before. Source: BigCommerce's app-sdk-js; mozilla/jschannel, PROTOCOL.md.
 */

const SCOPE = "bc::";
/** No line of the panel's comes near. */
const CHARACTERS_MAX = 10_000;
/** Signs of life are sent no more often than this. Source: app-sdk-js, CheckIdle. */
const ACTIVITY_MS = 5 * 60 * 1000;

/** How a page was reached. */
export type PageChange = "normal" | "pushState" | "popState";

/** What the channel needs of the window around it. */
export interface PanelSide {
  /** Sends a line to the window that frames this page, if its origin is this one; `*` is whoever it may be. */
  post(line: string, targetOrigin: string): void;
  /** Whether an origin may frame this page, and so give orders. */
  isAllowed(origin: string): boolean;
  onLogout(): void;
}

/** The conversation with the control panel. It works as well when nobody answers: nothing is then sent after the first line. */
export class PanelChannel {
  readonly #side: PanelSide;
  /** Who framed us, once they spoke; everything but the greeting is said to them alone. */
  #origin: string | null = null;
  #page: { href: string; type: PageChange } | null = null;
  #isActive = false;
  #toldActivityMs = Number.NEGATIVE_INFINITY;

  constructor(side: PanelSide) {
    this.#side = side;
  }

  /** Greets whoever frames this page. */
  open(): void {
    this.#say("*", "__ready", "ping");
  }

  /** Hears a message of the window that frames this page; the caller has made sure that it is this window's. */
  receive({ data, origin }: { data: unknown; origin: string }): void {
    const line = this.#side.isAllowed(origin) ? parseLine(data) : null;
    if (!line) return;
    if (line.method === "__ready") {
      this.#origin = origin;
      if (line.params === "ping") this.#say(origin, "__ready", "pong");
      this.#flush();
    } else if (line.method === "logout") {
      // A request instead of a notification waits for an answer.
      if (line.id !== undefined) this.#side.post(JSON.stringify({ id: line.id, result: true }), origin);
      this.#side.onLogout();
    }
  }

  /**
   * Tells the panel which page is shown.
   * @param href Without query and fragment: they may hold what a person looked for, or more.
   */
  showPage(href: string, type: PageChange): void {
    this.#page = { href, type };
    this.#flush();
  }

  /** Takes note that somebody moved the mouse or pressed a key; the panel hears of it every five minutes at most. */
  noticeActivity(nowMs: number): void {
    if (nowMs - this.#toldActivityMs < ACTIVITY_MS) return;
    this.#toldActivityMs = nowMs;
    this.#isActive = true;
    this.#flush();
  }

  /** Says what waited for the panel's answer. Of several pages the last one counts. */
  #flush(): void {
    if (this.#origin === null) return;
    if (this.#page) this.#say(this.#origin, "iframeUrlChange", this.#page);
    if (this.#isActive) this.#say(this.#origin, "iAmNotIdle");
    this.#page = null;
    this.#isActive = false;
  }

  #say(targetOrigin: string, method: string, params?: unknown): void {
    this.#side.post(JSON.stringify({ method: `${SCOPE}${method}`, params }), targetOrigin);
  }
}

interface Line {
  method: string;
  params: unknown;
  id: unknown;
}

/** A line of the panel's, with its scope taken off; null for what other scripts of the panel may say. */
function parseLine(data: unknown): Line | null {
  if (typeof data !== "string" || data.length > CHARACTERS_MAX) return null;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("method" in value)) return null;
  const { method } = value;
  if (typeof method !== "string" || !method.startsWith(SCOPE)) return null;
  const id = "id" in value ? value.id : undefined;
  return { method: method.slice(SCOPE.length), params: "params" in value ? value.params : undefined, id };
}
