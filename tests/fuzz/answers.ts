/** What was answered to one request. */
export interface FuzzAnswer {
  /** 0 when the connection ended without an answer. */
  status: number;
  /** Its head; for an error of the server's, the beginning of its body, too. */
  said: string;
  /** It began and never came to its end. */
  isCut?: true;
}

/** An answer, and whether anything may be asked after it on the same connection. */
export interface Heard extends FuzzAnswer {
  isLast: boolean;
}

/** How the end of a body is known. Source: RFC 9112, 6.3. */
type Body = { left: number } | "chunks" | "the rest";

const SAID_CHARS_MAX = 2_000;
const HEAD_END = "\r\n\r\n";

/** Reads the answers that come over one connection, in whatever pieces. */
export class AnswerReader {
  readonly #methods: string[];
  #text = "";
  #begun: { heard: Heard; body: Body } | undefined;

  /** @param methods Of the requests, in the order in which they are sent. */
  constructor(methods: readonly string[]) {
    this.#methods = [...methods];
  }

  /** @returns the answers that came to their end with these bytes. A stream counts as answered by its head. */
  read(bytes: Buffer): Heard[] {
    this.#text += bytes.toString("latin1");
    const whole: Heard[] = [];
    for (let heard = this.#next(); heard; heard = this.#next()) whole.push(heard);
    return whole;
  }

  /** The connection has ended. @returns the answer that was under way, if one was. */
  end(): Heard | undefined {
    if (!this.#begun) return undefined;
    const { heard, body } = this.#begun;
    return { ...heard, isLast: true, ...(body !== "the rest" && { isCut: true }) };
  }

  #next(): Heard | undefined {
    this.#begun ??= this.#head();
    if (!this.#begun) return undefined;
    const { heard, body } = this.#begun;
    if (body === "the rest") {
      this.#take(this.#text.length, heard);
      return undefined;
    }
    if (!(body === "chunks" ? this.#passChunks(heard) : this.#passLength(body, heard))) return undefined;
    this.#begun = undefined;
    return heard;
  }

  #head(): { heard: Heard; body: Body } | undefined {
    const end = this.#text.indexOf(HEAD_END);
    if (end === -1) return undefined;
    const said = this.#text.slice(0, end + HEAD_END.length);
    this.#text = this.#text.slice(said.length);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
    // What a client is told before its answer.
    if (status >= 100 && status < 200) return this.#head();
    const isStream = /^content-type: text\/event-stream/im.test(said);
    const heard = { status, said, isLast: isStream || /^connection: close/im.test(said) };
    const isEmpty = this.#methods.shift() === "HEAD" || status === 204 || status === 304 || isStream;
    if (isEmpty) return { heard, body: { left: 0 } };
    if (/^transfer-encoding: chunked/im.test(said)) return { heard, body: "chunks" };
    const [, length] = /^content-length: (\d+)/im.exec(said) ?? [];
    return { heard, body: length === undefined ? "the rest" : { left: Number(length) } };
  }

  #passLength(body: { left: number }, heard: Heard): boolean {
    body.left -= this.#take(body.left, heard);
    return body.left === 0;
  }

  /** @returns whether the last one was passed. */
  #passChunks(heard: Heard): boolean {
    for (;;) {
      const lineEnd = this.#text.indexOf("\r\n");
      if (lineEnd === -1) return false;
      const size = Number.parseInt(this.#text, 16);
      const end = lineEnd + 2 + size + 2;
      if (this.#text.length < end) return false;
      this.#text = this.#text.slice(lineEnd + 2);
      this.#take(size, heard);
      this.#text = this.#text.slice(2);
      if (size === 0) return true;
    }
  }

  /** Takes so many characters at most; keeps them where they may say what went wrong. */
  #take(chars: number, heard: Heard): number {
    const taken = this.#text.slice(0, chars);
    this.#text = this.#text.slice(taken.length);
    if (heard.status >= 500 && heard.said.length < SAID_CHARS_MAX) heard.said += taken;
    return taken.length;
  }
}
