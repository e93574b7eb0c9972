import type { IncomingMessage, ServerResponse } from "node:http";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Problem } from "#lib/contract/problems.ts";
import { speaking } from "#lib/messages/language.ts";
import { problemResponse } from "./problem.ts";

/** Where programs ask, our own pages' among them. */
const FOR_PROGRAMS = /^(?:\/s\/[^/]*)?\/api(?:[/?#]|$)/;

/**
 * Answers a request that no route of Next.js is to see: with a problem where a program asks, with its sentences in plain
 * text where a person does. The connection ends with it, as the request may not have been read to its end.
 */
export async function refuse(
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const problem = speaking(languageOf(headers["accept-language"]), () => problemResponse(error, more));
  const isForPrograms = FOR_PROGRAMS.test(url);
  // Our own function has just made it in this shape.
  const { title, detail } = (await problem.clone().json()) as Problem;
  response.writeHead(problem.status, {
    ...Object.fromEntries(problem.headers),
    ...(!isForPrograms && { "content-type": "text/plain; charset=utf-8" }),
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(isForPrograms ? await problem.text() : `${title}\n\n${detail}\n`);
}
