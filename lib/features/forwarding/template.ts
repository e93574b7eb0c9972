import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { DeliveryBody } from "#lib/features/destinations/kinds/kind.ts";
import { processWide } from "#lib/process-wide.ts";
import { RequestNotMade } from "./not-made.ts";
import { jsonBody } from "./payload.ts";

/** The process ends a run by itself after 200 ms; one that does not even do that is killed. */
const ANSWER_MS_MAX = 400;
/** Bound of its start, on a machine that is busy. */
const START_MS_MAX = 30_000;
/** Without templates to run it ends. */
const IDLE_MS_MAX = 60_000;
/** Bounds of its memory in MB. */
const HEAP = ["--max-old-space-size=64", "--max-semi-space-size=4"];

/** What the process is asked: what a template makes of an input, JSON; without one whether it can be read at all. */
export interface TemplateOrder {
  template: string;
  input: string | null;
}
export type TemplateAnswer = { text: string } | { failure: string };

/**
 * A template made no body. Codes: `TEMPLATE_WRONG`, with JSONata's code and the place in the template, `TEMPLATE_EMPTY`,
 * `TEMPLATE_TOO_SLOW` and `TEMPLATE_TOO_LARGE`.
 */
export class TemplateFailed extends RequestNotMade {
  readonly outcome = "broken";

  get code(): string {
    return this.message.replace(/ .*/, "");
  }
}

/**
 * The body that a template makes of a value. Repeatable. One run after the other, in a process of their own: what takes
 * all of its memory takes the process with it, however many threads it has.
 * @throws {TemplateFailed}
 */
export async function runTemplate(template: string, value: object): Promise<DeliveryBody> {
  return jsonBody(await asked({ template, input: JSON.stringify(value) }));
}

/**
 * Looks whether a template can be read, for whoever enters it; one that is missing is no matter of this. Repeatable.
 * @throws {TemplateFailed}
 */
export async function checkTemplate(template: string | null): Promise<void> {
  if (template !== null && template.trim() !== "") await asked({ template, input: null });
}

/** The process while it behaves, and the run before, which the next one waits for. */
interface Bench {
  child: ChildProcess | null;
  last: Promise<unknown>;
  idle: NodeJS.Timeout | null;
}

async function asked(order: TemplateOrder): Promise<string> {
  const bench = processWide<Bench>("template bench", () => ({
    child: null,
    last: Promise.resolve(),
    idle: null,
  }));
  const run = bench.last.then(() => ask(bench, order));
  bench.last = run.catch(() => undefined);
  const answer = await run;
  if ("failure" in answer) throw new TemplateFailed(answer.failure);
  return answer.text;
}

async function ask(bench: Bench, order: TemplateOrder): Promise<TemplateAnswer> {
  clearTimeout(bench.idle ?? undefined);
  const child = bench.child?.connected ? bench.child : await start();
  bench.child = child;
  const answer = await answerOf(child, order);
  bench.idle = setTimeout(() => end(bench, child), IDLE_MS_MAX).unref();
  if (typeof answer !== "string") return answer;
  end(bench, child);
  return { failure: answer };
}

/** Ends a process that may not listen anymore. */
function end(bench: Bench, child: ChildProcess): void {
  child.kill("SIGKILL");
  if (bench.child === child) bench.child = null;
}

async function start(): Promise<ChildProcess> {
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
  await once(child, "message", { signal: AbortSignal.timeout(START_MS_MAX) });
  child.on("error", () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
}

/** The answer, or why there is none. */
async function answerOf(child: ChildProcess, order: TemplateOrder): Promise<TemplateAnswer | string> {
  const { promise, resolve: settle } = Promise.withResolvers<TemplateAnswer | string>();
  // Its memory was too small: nothing else ends it.
  const leave = () => settle("TEMPLATE_TOO_LARGE");
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
