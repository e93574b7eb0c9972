const HEARTBEAT_MS = 5_000;

/** Among the words that a script is started with: standard output is for the log there, too. */
const LOG_ON_OUTPUT = "--log-on-output";

let isLogOnOutput = process.argv.includes(LOG_ON_OUTPUT);

/** From now on standard output is for the log alone; a person reads standard error. */
export function leaveOutputToLog(): void {
  isLogOnOutput = true;
}

/** Words for a script whose steps are told where this process tells its own. */
export const toldAlike = (): string[] => (isLogOnOutput ? [LOG_ON_OUTPUT] : []);

/** Writes a line for the person who started this. */
export const say = (line: string) => (isLogOnOutput ? process.stderr : process.stdout).write(`${line}\n`);

/** Tells the person who started this what they should mend; nothing when there is nothing. */
export function warn(sentence: string | null): void {
  if (sentence !== null) process.stderr.write(`${sentence}\n`);
}

/** A step that takes long enough to be talked about. */
export interface Step {
  done(): void;
  fail(): void;
}

/** Says that a step begins, gives a sign of life while it takes, and says how long it took. */
export function beginStep(title: string): Step {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`${title} ...`);
  const heartbeat = setInterval(() => say(`  ${title}: still at it, ${seconds()} s`), HEARTBEAT_MS);
  return {
    done() {
      clearInterval(heartbeat);
      say(`  ${title}: done in ${seconds()} s`);
    },
    fail: () => clearInterval(heartbeat),
  };
}
