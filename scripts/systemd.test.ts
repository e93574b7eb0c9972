import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SETTING_NAMES } from "#lib/config/config.ts";
import { PROJECT_DIR } from "./child.ts";
import { findProgram } from "./programs.ts";

const PLACE = "/opt/webhook-keeper";

test.each(["webhook-keeper@.service", "webhook-keeper-worker.service"])(
  "%s starts a script that is there, with settings that are read, and systemd takes it",
  (name) => {
    const text = readFileSync(join(PROJECT_DIR, "deploy", name), "utf8").replaceAll(PLACE, PROJECT_DIR);
    const [, program = "", script = ""] = /^ExecStart=(\S+) (\S+)$/m.exec(text) ?? [];
    expect([existsSync(program), existsSync(join(PROJECT_DIR, script))]).toEqual([true, true]);
    const [, settings = ""] = /^Environment=(.*)$/m.exec(text) ?? [];
    const names = settings.split(" ").map((setting) => setting.split("=")[0] ?? "");
    expect(names.filter((each) => each !== "NODE_ENV" && !SETTING_NAMES.includes(each))).toEqual([]);

    const systemd = findProgram("systemd-analyze");
    if (systemd === undefined) return;
    const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-units-"));
    writeFileSync(join(folder, name), text);
    const instance = join(folder, name.replace("@.", "@3000."));
    const { status, stderr } = spawnSync(systemd, ["verify", "--man=no", instance], { encoding: "utf8" });
    rmSync(folder, { recursive: true, force: true });
    expect([status, stderr.split("\n").filter((line) => line.includes("webhook-keeper"))]).toEqual([0, []]);
  },
);
