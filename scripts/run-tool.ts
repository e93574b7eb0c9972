import { spawn } from "node:child_process";
import { PROJECT_DIR } from "./child.ts";
import { beginStep, say } from "./steps.ts";

/** The end of a tool's output is enough to see why it failed. */
const SHOWN_CHARS_MAX = 20_000;

/**
 * Runs a tool as a step with signs of life, and shows what it said only when it fails.
 * @returns what it said, when it succeeded; null when it failed.
 */
export async function runTool(
  title: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const step = beginStep(title);
  const child = spawn(command, args, { cwd: PROJECT_DIR, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  const code = await new Promise<number>((done) => {
    child.once("error", (error) => {
      said += error.message;
      done(1);
    });
    child.once("close", (status) => done(status ?? 1));
  });
  if (code === 0) {
    step.done();
    return said;
  }
  step.fail();
  say(said.slice(-SHOWN_CHARS_MAX).trimEnd());
  say(`  ${title}: failed`);
  return null;
}
