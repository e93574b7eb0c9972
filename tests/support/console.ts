// Runs in front of every test file: what goes to the console by accident fails the test that let it.
import { afterEach } from "vitest";

const stray: unknown[][] = [];
for (const level of ["error", "warn"] as const)
  console[level] = (...words: unknown[]) => void stray.push(words);

afterEach(() => {
  const said = stray.splice(0);
  if (said.length > 0)
    throw new Error(`Written to the console:\n${said.map((words) => words.join(" ")).join("\n")}`);
});
