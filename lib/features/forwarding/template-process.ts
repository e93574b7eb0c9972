// The process that templates run in; see `template-bench.ts`, which starts it and ends it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, Script, type Context } from "node:vm";
import type { TemplateAnswer, TemplateOrder } from "./template-bench.ts";

/** Bound of one run; whoever needs longer is ended. */
const RUN_MS_MAX = 200;
/** Largest body that a template may make. */
const BYTES_MAX = 262_144;
/** Templates that are kept ready. */
const ROOMS_MAX = 50;

const library = new Script(readFileSync(fileURLToPath(import.meta.resolve("jsonata")), "utf8"));
/** Sets `answer` to a text or to an error; what it waits for are promises alone, so that it is over when it returns. */
const run = new Script(`
  answer = null;
  (async () => {
    expression ??= window.jsonata(template);
    return input === null ? "" : JSON.stringify(await expression.evaluate(JSON.parse(input)));
  })().then((text) => { answer = { text }; }, (error) => { answer = { error }; });
`);

/** A place for one template alone, with a JavaScript of its own, so that none leaves anything behind for another one. */
interface Room {
  template: string;
  expression: unknown;
  input: string | null;
  answer: { text?: unknown; error?: unknown } | null;
}
const rooms = new Map<string, Room & Context>();

function roomOf(template: string): Room & Context {
  const known = rooms.get(template);
  if (known) return known;
  const [oldest] = rooms.keys();
  if (rooms.size >= ROOMS_MAX && oldest !== undefined) rooms.delete(oldest);
  const globals = { window: { btoa, atob }, template, expression: null, input: null, answer: null };
  const room = createContext(globals, {
    microtaskMode: "afterEvaluate",
    codeGeneration: { strings: false, wasm: false },
  }) as Room & Context;
  library.runInContext(room);
  rooms.set(template, room);
  return room;
}

function answerTo({ template, input }: TemplateOrder): TemplateAnswer {
  try {
    const room = roomOf(template);
    room.input = input;
    run.runInContext(room, { timeout: RUN_MS_MAX });
    if (room.answer === null || "error" in room.answer) return { failure: failureOf(room.answer?.error) };
    const { text } = room.answer;
    if (typeof text !== "string") return { failure: "TEMPLATE_EMPTY" };
    return Buffer.byteLength(text) > BYTES_MAX ? { failure: "TEMPLATE_TOO_LARGE" } : { text };
  } catch (error) {
    rooms.delete(template);
    const { code } = error as { code?: unknown };
    return { failure: code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "TEMPLATE_TOO_SLOW" : failureOf(error) };
  }
}

/**
 * The library's code and where in the template it was; never its message, which may hold what was read. What is too long
 * for the library, or for the language, is too large. Source: JSONata, error codes.
 */
function failureOf(error: unknown): string {
  const { code, position, name } = (error ?? {}) as { code?: unknown; position?: unknown; name?: unknown };
  if (code === "D2014" || code === "D2015" || name === "RangeError") return "TEMPLATE_TOO_LARGE";
  if (typeof code !== "string" || !/^[A-Z]\d{4}$/.test(code)) return "TEMPLATE_WRONG";
  return `TEMPLATE_WRONG ${code}${typeof position === "number" ? ` ${position}` : ""}`;
}

process.on("message", (order: TemplateOrder) => void process.send?.(answerTo(order)));
// Whoever asks ends it, by its channel; a signal is for the whole service, which still has events to send.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
process.once("disconnect", () => process.exit());
process.send?.("ready");
