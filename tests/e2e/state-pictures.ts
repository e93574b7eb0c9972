import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_DIR } from "#scripts/child.ts";
import { runTool } from "#scripts/run-tool.ts";
import { say } from "#scripts/steps.ts";

/** Where the stories of states leave their pictures, and where those go that `docs/screens.md` shows. */
const FOLDERS = { log: "test-results/log-states", charts: "test-results/charts" } as const;

/** Takes the pictures of states, which no store of a demo is in, by the stories that bring them about. */
export async function statePictures(): Promise<void> {
  const playwright = join(PROJECT_DIR, "node_modules/@playwright/test/cli.js");
  const stories = ["log-states", "charts"];
  const said = await runTool("The stories of states", process.execPath, [
    playwright,
    "test",
    ...stories,
    "--project",
    "stories",
    "--no-deps",
    "--workers",
    "1",
  ]);
  if (said === null) throw new Error("the stories of states failed");
  const page = readFileSync(join(PROJECT_DIR, "docs/screens.md"), "utf8");
  for (const [, folder = "", name = ""] of page.matchAll(/images\/(log|charts)\/([\w-]+\.webp)/g)) {
    copyFileSync(
      join(PROJECT_DIR, FOLDERS[folder === "log" ? "log" : "charts"], name),
      join(PROJECT_DIR, "docs/images", folder, name),
    );
    say(`  docs/images/${folder}/${name}`);
  }
}
