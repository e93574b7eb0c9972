import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_DIR } from "#scripts/child.ts";
import { runTool } from "#scripts/run-tool.ts";
import { say } from "#scripts/steps.ts";

/** Where the stories of states leave their pictures, by the folder of docs/images that shows them. */
const LEFT_IN = {
  log: "test-results/log-states",
  "log-merchant": "test-results/log-states-merchant",
  charts: "test-results/charts",
} as const;

/** Takes the pictures of states, which no store of a demo is in, by the stories that bring them about. */
export async function statePictures(): Promise<void> {
  await tell("The stories of states", ["log-states", "charts"], process.env);
  // Merchants have no charts but those of Overview.
  const env = { ...process.env, PICTURES_FOR: "merchants" };
  await tell("The stories of states, for merchants", ["log-states"], env);
  const page = readFileSync(join(PROJECT_DIR, "docs/screens.md"), "utf8");
  for (const [folder, from] of Object.entries(LEFT_IN))
    for (const [, name = ""] of page.matchAll(new RegExp(`images/${folder}/([\\w-]+\\.webp)`, "g"))) {
      copyFileSync(join(PROJECT_DIR, from, name), join(PROJECT_DIR, "docs/images", folder, name));
      say(`  docs/images/${folder}/${name}`);
    }
}

async function tell(title: string, stories: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const playwright = join(PROJECT_DIR, "node_modules/@playwright/test/cli.js");
  const args = [playwright, "test", ...stories, "--project", "stories", "--no-deps", "--workers", "1"];
  if ((await runTool(title, process.execPath, args, env)) === null)
    throw new Error("the stories of states failed");
}
