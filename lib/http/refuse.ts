import type { IncomingMessage, ServerResponse } from "node:http";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Problem } from "#lib/contract/problems.ts";
import { speaking } from "#lib/messages/language.ts";
import { passRest } from "#lib/features/receiver/rest-of-body.ts";
import { problemResponse } from "./problem.ts";

/** Where programs ask, our own pages' among them. */
const FOR_PROGRAMS = /^(?:\/s\/[^/]*)?\/api(?:[/?#]|$)/;

/**
 * Answers a request that no route of Next.js is to see: with a problem where a program asks, with its sentences in plain
 * text where a person does. The answer is whole at once; the connection ends after it, when the rest of the request's body
 * has been passed over.
 */
export async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { url = "", headers } = request;
  const problem = speaking(languageOf(headers["accept-language"]), () => problemResponse(error, more));
  const isForPrograms = FOR_PROGRAMS.test(url);
  // Our own function has just made it in this shape.
  const { title, detail } = (await problem.clone().json()) as Problem;
  const text = isForPrograms ? await problem.text() : `${title}\n\n${detail}\n`;
  response.writeHead(problem.status, {
    ...Object.fromEntries(problem.headers),
    ...(!isForPrograms && { "content-type": "text/plain; charset=utf-8" }),
    "x-content-type-options": "nosniff",
    "content-length": Buffer.byteLength(text),
    connection: "close",
  });
  response.write(text);
  await passRest(request);
  response.end();
}
