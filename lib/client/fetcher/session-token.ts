import type { SessionToken } from "#lib/contract/session.ts";

/** A token that lives shorter than this, in seconds, is at the end of its session: renewing it gains nothing. */
const RENEWABLE_SECONDS_MIN = 60;
/** Pause before a renewal that did not reach the server is tried again, in milliseconds. */
const RETRY_MS = 30_000;
/** A page that asked for nothing for so long, in milliseconds, lets its session end, as one with a cookie does. */
const IDLE_MS_MAX = 60 * 60 * 1000;

/**
 * Asks the server for a token: for a ticket, or for the token that is held.
 * @returns null when it is refused for good.
 * @throws when the server is out of reach, or refuses for now.
 */
export type AskForToken = (
  store: string,
  by: { ticket: string } | { token: string },
) => Promise<SessionToken | null>;

/**
 * The session of a page whose browser keeps no cookie for it. It lives in memory alone and is gone with the page:
 * where cookies are refused, the browser's storage is refused as well. While a cookie works nothing of it is used.
 */
export class PageSession {
  readonly #ask: AskForToken;
  #store = "";
  #ticket: string | null = null;
  #token: string | null = null;
  #swapping: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #usedAtMs = 0;

  constructor(ask: AskForToken) {
    this.#ask = ask;
  }

  /**
   * Takes the ticket of a launch out of the page's address, before anything else sees it.
   * Must run before Next.js reads the address, or its router would put the fragment back.
   */
  takeTicket({ pathname, search, hash }: Location, history: History): void {
    if (!hash.startsWith("#ticket=")) return;
    history.replaceState(history.state, "", pathname + search);
    const [, store] = /^\/s\/([a-z0-9]+)(?:\/|$)/.exec(pathname) ?? [];
    if (store === undefined) return;
    this.#store = store;
    this.#ticket = hash.slice("#ticket=".length);
  }

  /** What a request to this address of ours carries besides the cookies that the browser sends by itself. */
  headers(url: string): Record<string, string> {
    this.#usedAtMs = Date.now();
    return this.#token !== null && this.#isMine(url) ? { Authorization: `Bearer ${this.#token}` } : {};
  }

  /** The cookie works: nobody will need the ticket. */
  forgetTicket(): void {
    this.#ticket = null;
  }

  /**
   * Swaps the ticket after a request without a token was refused. Whoever comes meanwhile waits for the same swap.
   * @returns whether there is a token now, so that the request makes sense again.
   * @throws what `AskForToken` does; the ticket stays for the next try.
   */
  async gainToken(url: string): Promise<boolean> {
    if (!this.#isMine(url)) return false;
    if (this.#token !== null) return true;
    if (this.#ticket !== null)
      this.#swapping ??= this.#swap(this.#ticket).finally(() => {
        this.#swapping = null;
      });
    return this.#swapping ?? false;
  }

  #isMine(url: string): boolean {
    return this.#store !== "" && url.startsWith(`/s/${this.#store}/`);
  }

  async #swap(ticket: string): Promise<boolean> {
    const answer = await this.#ask(this.#store, { ticket });
    this.#ticket = null;
    if (answer) this.#hold(answer);
    return answer !== null;
  }

  /** A token is renewed at two thirds of its life, so that one try may fail. */
  #hold({ token, expiresInSeconds }: SessionToken): void {
    this.#token = token;
    if (expiresInSeconds >= RENEWABLE_SECONDS_MIN) this.#renewIn((expiresInSeconds * 1000 * 2) / 3, token);
  }

  #renewIn(ms: number, token: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#renew(token), ms);
  }

  /** Refused for good, the token stays as it is: the next request is refused, and says why. */
  async #renew(token: string): Promise<void> {
    if (Date.now() - this.#usedAtMs > IDLE_MS_MAX) return;
    try {
      const answer = await this.#ask(this.#store, { token });
      if (answer) this.#hold(answer);
    } catch {
      this.#renewIn(RETRY_MS, token);
    }
  }
}
