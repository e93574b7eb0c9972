import { expect, test } from "vitest";
import { historyOf, readMigrations, type Migration } from "./migrations.ts";

const migration = (name: string): Migration => ({ name, script: `-- ${name}`, checksum: `sum of ${name}` });
const noted = (name: string, isFinished = true) => ({ name, checksum: `sum of ${name}`, isFinished });
const [one, two, three] = [migration("1_one"), migration("2_two"), migration("3_three")];

test("what is not noted is to be done, in order", () => {
  expect(historyOf([one, two, three], [noted("1_one")])).toEqual({
    todo: [
      { migration: two, isUnfinished: false },
      { migration: three, isUnfinished: false },
    ],
    edited: [],
  });
});

test("what was begun and not ended is to be done before what comes after it", () => {
  const { todo } = historyOf([one, two, three], [noted("1_one"), noted("2_two", false)]);
  expect(todo).toEqual([
    { migration: two, isUnfinished: true },
    { migration: three, isUnfinished: false },
  ]);
});

test("a changed script is told from an unchanged one, and what only a newer version knows is passed over", () => {
  const changed = { ...noted("1_one"), checksum: "another" };
  expect(historyOf([one, two], [changed, noted("2_two"), noted("9")])).toEqual({
    todo: [],
    edited: ["1_one"],
  });
});

test("no migration of this project ends the transaction that makes it whole or nothing", async () => {
  for (const { name, script } of await readMigrations()) {
    const statements = script.replaceAll(/^\s*--.*$/gm, "").replaceAll(/\$\$.*?\$\$/gs, "");
    expect(statements, name).not.toMatch(/^\s*(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE)\b/im);
    expect(statements, name).not.toMatch(
      /\bCONCURRENTLY\b|^\s*(VACUUM|ALTER\s+SYSTEM|(CREATE|DROP)\s+DATABASE)\b/im,
    );
  }
});
