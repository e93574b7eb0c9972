// `node scripts/release-note.ts v1.2.3`: what CHANGELOG.md says of a version, for its release. It needs no packages.
import { readFileSync } from "node:fs";
import { releaseNote } from "./changelog.ts";

const [version = ""] = process.argv.slice(2);
const note = releaseNote(readFileSync(new URL("../CHANGELOG.md", import.meta.url), "utf8"), version);
if (note === null) {
  process.stderr.write(`CHANGELOG.md has no section with anything in it for "${version}".\n`);
  process.exit(1);
}
process.stdout.write(`${note}\n`);
