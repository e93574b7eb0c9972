import { describe, expect, test } from "vitest";
import { beside, nameOf, readAddress } from "./database-address.ts";

const SEVERAL = "postgres://keeper:p%40ss@first:5432,second:5433/keeper?sslmode=disable";

describe("the address of a database", () => {
  test("of one server is an ordinary one, whatever role the server has", () => {
    const one = "postgresql://keeper@first/keeper";
    expect(readAddress(one)).toEqual({ servers: [one], wanted: "any" });
  });

  test("of several is one for each, of which only one that takes changes is of use", () => {
    expect(readAddress(SEVERAL)).toEqual({
      servers: [
        "postgres://keeper:p%40ss@first:5432/keeper?sslmode=disable",
        "postgres://keeper:p%40ss@second:5433/keeper?sslmode=disable",
      ],
      wanted: "read-write",
    });
    expect(readAddress(`${SEVERAL}&target_session_attrs=primary`)?.wanted).toBe("primary");
    expect(readAddress("postgres://a,[::1]:5433,c/keeper")?.servers).toHaveLength(3);
  });

  test.each([
    "mysql://first/keeper",
    "postgres://first:port/keeper",
    "postgres://first,,third/keeper",
    "postgres://first,/keeper",
    "postgres://first,second/keeper?target_session_attrs=standby",
    "keeper",
    "",
  ])("is refused: %s", (text) => expect(readAddress(text)).toBeNull());

  test("is told to people without the password", () => {
    expect(nameOf(SEVERAL)).toBe("first:5432,second:5433/keeper");
  });

  test("leads to other databases of the same servers", () => {
    expect(beside(SEVERAL, "other")).toBe(
      "postgres://keeper:p%40ss@first:5432,second:5433/other?sslmode=disable",
    );
    expect(beside("postgres://first", "other")).toBe("postgres://first/other");
  });
});
