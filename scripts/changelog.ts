/**
 * What CHANGELOG.md says of a version, without its heading. Pure.
 * @param version As its heading has it, with or without a `v` before it.
 * @returns null when the changelog has no such version, or nothing to say of it.
 */
export function releaseNote(changelog: string, version: string): string | null {
  const name = version.replace(/^v/, "");
  const section = changelog.split(/^## /m).find((part) => /^\S+/.exec(part)?.[0] === name);
  const note = section?.slice(section.indexOf("\n") + 1).trim();
  return note === undefined || note === "" ? null : note;
}
