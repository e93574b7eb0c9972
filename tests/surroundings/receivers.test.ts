import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeKey, publicPartOf } from "#lib/features/destinations/secrets.ts";
import { makeRequest } from "#lib/features/forwarding/request.ts";
import { findProgram } from "#scripts/programs.ts";
import { aDestination, anEvent, KEY } from "#tests/support/forwarded.ts";

/** A question to a snippet of docs/forwarding.md: did Keeper send this? */
interface Case {
  key: string;
  headers: Record<string, string>;
  /** Base64. */
  body: string;
  isGenuine: boolean;
}

const TYPESCRIPT = {
  program: "node",
  file: "verify.ts",
  driver: [
    "driver.ts",
    `import { readFileSync } from "node:fs";
import { isGenuine } from "./verify.ts";
const cases = JSON.parse(readFileSync("cases.json", "utf8"));
console.log(JSON.stringify(cases.map((c: any) => isGenuine(c.key, c.headers, Buffer.from(c.body, "base64")))));`,
  ],
  args: ["driver.ts"],
} as const;

/** How a snippet is asked: its file, and a program beside it that reads cases and prints a JSON list of its answers. */
const LANGUAGES = {
  ts: TYPESCRIPT,
  // The same language, and the other signature.
  typescript: TYPESCRIPT,
  python: {
    program: "python3",
    file: "verify.py",
    driver: [
      "driver.py",
      `import base64, json
from verify import is_genuine
print(json.dumps([is_genuine(c["key"], c["headers"], base64.b64decode(c["body"])) for c in json.load(open("cases.json"))]))`,
    ],
    args: ["driver.py"],
  },
  php: {
    program: "php",
    file: "verify.php",
    driver: [
      "driver.php",
      `<?php require 'verify.php';
echo json_encode(array_map(fn($c) => is_genuine($c['key'], $c['headers'], base64_decode($c['body'])), json_decode(file_get_contents('cases.json'), true)));`,
    ],
    args: ["driver.php"],
  },
  ruby: {
    program: "ruby",
    file: "verify.rb",
    driver: [
      "driver.rb",
      `require "json"
require_relative "verify"
puts JSON.parse(File.read("cases.json")).map { |c| genuine?(c["key"], c["headers"], c["body"].unpack1("m")) }.to_json`,
    ],
    args: ["driver.rb"],
  },
  go: {
    program: "go",
    file: "webhook/webhook.go",
    driver: [
      "main.go",
      `package main
import ("encoding/base64"; "encoding/json"; "fmt"; "net/http"; "os"; "keeper.example/webhook")
type Case struct { Key string; Headers map[string]string; Body string }
func main() {
	text, _ := os.ReadFile("cases.json")
	var cases []Case
	json.Unmarshal(text, &cases)
	answers := []bool{}
	for _, c := range cases {
		headers := http.Header{}
		for name, value := range c.Headers { headers.Set(name, value) }
		body, _ := base64.StdEncoding.DecodeString(c.Body)
		answers = append(answers, webhook.IsGenuine(c.Key, headers, body))
	}
	told, _ := json.Marshal(answers)
	fmt.Println(string(told))
}`,
    ],
    args: ["run", "."],
  },
} as const;

const OLD = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const OTHER = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;
const SHARED = { signing: "standard", keys: [KEY, OLD, OTHER] } as const;
const PAIRS = {
  signing: "ed25519",
  keys: [makeKey("ed25519"), makeKey("ed25519"), makeKey("ed25519")],
} as const;

/** A request as it goes out while keys change, and what somebody might make of it. */
async function allCases(now: Date, { signing, keys }: typeof SHARED | typeof PAIRS): Promise<Case[]> {
  const [present, old, other] = keys;
  const madeAt = new Date(0);
  const until = new Date(now.getTime() + 60_000);
  const destination = aDestination({
    settings: { signing },
    secrets: [
      { id: "new", value: present, madeAt, until: null },
      { id: "old", value: old, madeAt, until },
    ],
  });
  const bytes = Buffer.concat([Buffer.from(`{"name":"Ünï"}`), Buffer.from([0, 0xff])]);
  const { headers, body } = await makeRequest(destination, anEvent({ body: bytes }), { attempt: 1, now });
  const text = Buffer.from(body).toString("base64");
  const secondsOf = (ms: number) => String(Math.floor((now.getTime() + ms) / 1_000));
  const like = (
    key: string,
    isGenuine: boolean,
    changes: Record<string, string> = {},
    otherBody = text,
  ): Case => ({
    key: publicPartOf(signing, key) ?? key,
    headers: { ...headers, ...changes },
    body: otherBody,
    isGenuine,
  });
  const late = await makeRequest(destination, anEvent({ body: bytes }), {
    attempt: 2,
    now: new Date(now.getTime() - 400_000),
  });
  return [
    like(present, true),
    like(old, true),
    like(other, false),
    like(present, false, {}, Buffer.from("{}").toString("base64")),
    like(present, false, { "webhook-id": "other" }),
    like(present, false, { "webhook-timestamp": secondsOf(-1_000) }),
    like(present, false, { "webhook-timestamp": "soon" }),
    like(present, false, { "webhook-signature": "" }),
    like(present, false, { "webhook-signature": "v1,AAAA v2,BBBB" }),
    like(present, true, { "webhook-signature": `v1a,AAAA ${headers["webhook-signature"] ?? ""}` }),
    like(present, false, late.headers),
  ];
}

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "keeper-receivers-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The code under a language's name in docs/forwarding.md. */
function snippetOf(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(
    readFileSync("docs/forwarding.md", "utf8"),
  );
  return found?.[1] ?? "";
}

test.each(Object.keys(LANGUAGES))("docs/forwarding.md shows how %s verifies a delivery", (language) => {
  expect(snippetOf(language)).toContain("webhook-signature");
});

/** This machine's; tests of others are left out, as Node.js is always there. */
const spoken = Object.entries(LANGUAGES).filter(([, { program }]) => findProgram(program) !== undefined);

test.each(spoken)(
  "%s verifies what Keeper sends, and nothing else, by the page's own lines",
  async (language, how) => {
    const place = mkdtempSync(join(folder, `${language}-`));
    const put = (name: string, text: string) => {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), text);
    };
    const cases = await allCases(new Date(), language === "typescript" ? PAIRS : SHARED);
    put(how.file, snippetOf(language));
    const [driver, program] = how.driver;
    put(driver, program);
    put("cases.json", JSON.stringify(cases));
    put("package.json", `{"type":"module"}`);
    put("go.mod", "module keeper.example\n\ngo 1.19\n");
    const command = how.program === "node" ? process.execPath : how.program;
    const told = execFileSync(command, how.args, { cwd: place, encoding: "utf8" });
    expect(JSON.parse(told)).toEqual(cases.map(({ isGenuine }) => isGenuine));
  },
  120_000,
);
