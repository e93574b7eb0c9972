import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The process ends a run by itself after 200 ms; one that does not even do that, on a busy machine, is killed. */
const ANSWER_MS_MAX = 1_000;
/** Bound of its start, on a machine that is busy. */
const START_MS_MAX = 30_000;
/** Without templates to run it ends. */
const IDLE_MS_MAX = 60_000;
/** Bounds of its memory in MB. */
const HEAP = ["--max-old-space-size=64", "--max-semi-space-size=4"];

/** Its memory was too small: nothing of its own ends it otherwise. */
const DIED = "TEMPLATE_TOO_LARGE";
const NOT_ENDED: readonly string[] = ["TEMPLATE_TOO_SLOW", DIED];

/** What the process is asked: what a template makes of an input, JSON; without one whether it can be read at all. */
export interface TemplateOrder {
  template: string;
  input: string | null;
}
export type TemplateAnswer = { text: string } | { failure: string };

/** Whether a template was ended, since it took too long or too much. Pure. */
export const wasEnded = (answer: TemplateAnswer): boolean =>
  "failure" in answer && NOT_ENDED.includes(answer.failure);

/** Where templates are run, one after the other, in a process that is started for the first and ended after the last. */
export class TemplateBench {
  readonly #restMs: number;
  #child: ChildProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /**
   * @param restMs Its process works only when no other of the machine wants to, and after a template that was ended it rests for so
   * long; 0 is neither.
   */
  constructor({ restMs = 0 }: { restMs?: number } = {}) {
    this.#restMs = restMs;
  }

  /** Runs a template when its turn comes. @throws when no process can be started. */
  run(order: TemplateOrder): Promise<TemplateAnswer> {
    return this.#inTurn(() => this.#ask(order));
  }

  /** The same, unless it is not to be run here anymore when its turn comes; null then. */
  runUnless(isElsewhere: () => boolean, order: TemplateOrder): Promise<TemplateAnswer | null> {
    return this.#inTurn(async () => (isElsewhere() ? null : this.#ask(order)));
  }

  #inTurn<Answer extends TemplateAnswer | null>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(work);
    this.#last = turn.then(
      (answer) => this.#rest(answer),
      () => undefined,
    );
    return turn;
  }

  /** A process that is always at work slows the others of a machine, whatever its priority: they share its caches. */
  async #rest(answer: TemplateAnswer | null): Promise<void> {
    if (this.#restMs > 0 && answer && wasEnded(answer)) await pause(this.#restMs, undefined, { ref: false });
  }

  async #ask(order: TemplateOrder): Promise<TemplateAnswer> {
    clearTimeout(this.#idle);
    const known = this.#child && isThere(this.#child) ? this.#child : null;
    const child = known ?? (await start(this.#restMs > 0));
    this.#child = child;
    const answer = await answerOf(child, order);
    this.#idle = setTimeout(() => this.#end(child), IDLE_MS_MAX).unref();
    if (typeof answer !== "string") return answer;
    this.#end(child);
    // It may have died of what another template left in its memory, or by someone else's hand: a fresh one tells.
    return known && answer === DIED ? this.#ask(order) : { failure: answer };
  }

  /** Ends a process that may not listen anymore. */
  #end(child: ChildProcess): void {
    child.kill("SIGKILL");
    if (this.#child === child) this.#child = null;
  }
}

/** As far as this process has heard. */
const isThere = ({ connected, exitCode, signalCode }: ChildProcess): boolean =>
  connected && exitCode === null && signalCode === null;

async function start(isLate: boolean): Promise<ChildProcess> {
  const script = join(
    /* turbopackIgnore: true */ process.cwd(),
    "lib/features/forwarding/template-process.ts",
  );
  // Nothing of the app's settings is there to be found, and a terminal's signals are for the app.
  const child = fork(script, {
    execArgv: HEAP,
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    detached: true,
  });
  if (isLate && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  try {
    await once(child, "message", { signal: AbortSignal.timeout(START_MS_MAX) });
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  child.on("error", () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
}

/** The answer, or why there is none. */
async function answerOf(child: ChildProcess, order: TemplateOrder): Promise<TemplateAnswer | string> {
  const { promise, resolve: settle } = Promise.withResolvers<TemplateAnswer | string>();
  const leave = () => settle(DIED);
  // In a process that was held up itself, an answer may be there already: it is heard first.
  const timer = setTimeout(() => setImmediate(() => settle("TEMPLATE_TOO_SLOW")), ANSWER_MS_MAX);
  // Cast: the process sends nothing else.
  const hear = (message: unknown) => settle(message as TemplateAnswer);
  child.once("message", hear).once("exit", leave);
  child.send(order, () => undefined);
  const answer = await promise;
  clearTimeout(timer);
  child.off("message", hear).off("exit", leave);
  return answer;
}
