import { connect } from "node:net";
import { AnswerReader, type FuzzAnswer } from "./answers.ts";
import type { FuzzRequest } from "./requests.ts";

/** A server that says nothing for so long hangs: each of its own bounds is shorter. */
const PATIENCE_MS = 60_000;

export type OnAnswer = (request: FuzzRequest, answer: FuzzAnswer) => void;

/**
 * Sends requests over one connection, kept open from one to the next, or over as few as the server lets them have.
 * Resolves when each was answered, or never will be. Never throws.
 * @param isAtOnce Whether they go without waiting for the answers before theirs. One may be carried out twice then, since
 * those behind a last answer are sent again.
 */
export async function sendAll(
  port: number,
  requests: readonly FuzzRequest[],
  isAtOnce: boolean,
  onAnswer: OnAnswer,
): Promise<void> {
  let answered = 0;
  while (answered < requests.length)
    answered += await overOne(port, requests.slice(answered), isAtOnce, onAnswer);
}

/** @returns how many of them were answered or have to count as such: one at the least. */
function overOne(
  port: number,
  requests: readonly FuzzRequest[],
  isAtOnce: boolean,
  onAnswer: OnAnswer,
): Promise<number> {
  return new Promise((settle) => {
    const reader = new AnswerReader(requests.map(({ bytes }) => methodOf(bytes)));
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let answered = 0;
    let isOver = false;
    const ask = (request: FuzzRequest) =>
      request.hangsUp ? socket.end(request.bytes) : socket.write(request.bytes);
    const tell = (answer: FuzzAnswer) => {
      const request = requests[answered++];
      if (request) onAnswer(request, answer);
    };
    const end = (isSilent: boolean) => {
      if (isOver) return;
      isOver = true;
      socket.destroy();
      const last = reader.end();
      if (last) tell(last);
      else if (answered === 0 || isSilent) tell({ status: 0, said: "" });
      settle(answered);
    };
    const hear = (bytes: Buffer) => {
      for (const heard of reader.read(bytes)) {
        tell(heard);
        if (heard.isLast || answered === requests.length) {
          isOver = true;
          socket.destroy();
          settle(answered);
          return;
        }
        const next = requests[answered];
        if (next && !isAtOnce) ask(next);
      }
    };
    socket.on("data", hear);
    socket.setTimeout(PATIENCE_MS, () => end(true));
    socket.once("close", () => end(false));
    // The server may hang up while we still send.
    socket.once("error", () => end(false));
    if (isAtOnce) for (const request of requests) ask(request);
    else if (requests[0]) ask(requests[0]);
  });
}

const methodOf = (bytes: Buffer): string => /^[A-Z]+/.exec(bytes.toString("latin1", 0, 16))?.[0] ?? "";
