import { log } from "./log.ts";
import { Recurrence } from "#lib/recurrence.ts";

/** How some kind of trouble is spoken of in the log. */
export interface TroubleWords {
  /** error when something was lost or refused, warn when it will be tried again. */
  level: "error" | "warn";
  /** What goes wrong. */
  message: string;
  /** That it is over; nobody hears of it without. */
  over?: string;
  /** It has to go well for so long before it is over. */
  calmMs?: number;
}

/**
 * Something that may go wrong again and again: the log has it at once, then ever more rarely, with `times`, how often it
 * went wrong since the line before of the same cause; and once more when it is over.
 */
export class Trouble {
  readonly #recurrence = new Recurrence();
  readonly #words: TroubleWords;

  constructor(words: TroubleWords) {
    this.#words = words;
  }

  /** It went wrong. @param fields What else the line says. */
  met(error: unknown, fields: Readonly<Record<string, unknown>> = {}, nowMs = performance.now()): void {
    const times = this.#recurrence.occurred(causeOf(error), nowMs);
    if (times !== null) log[this.#words.level]({ ...fields, err: error, times }, this.#words.message);
  }

  /** It went well; costs next to nothing when it did before. */
  passed(nowMs = performance.now()): void {
    const spell = this.#recurrence.ended(nowMs, this.#words.calmMs ?? 0);
    if (spell && this.#words.over) log.info({ ...spell }, this.#words.over);
  }
}

/** What tells one cause from another: an error's code, or else its name and its words, without the numbers in them. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if ("code" in error && typeof error.code === "string") return error.code;
  return `${error.name}: ${error.message.replace(/\d+/g, "#").slice(0, 100)}`;
}
