import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AccessWithdrawn, SessionEnded, StoreUninstalled } from "#lib/access.ts";
import { Problem } from "#lib/contract/problems.ts";
import { AppError } from "#lib/errors.ts";
import { ForbiddenOrigin, InputTooLarge, MethodNotAllowed, NotFound } from "./errors.ts";
import { parseInput, queryOf, readText } from "./input.ts";
import { problemResponse } from "./problem.ts";
import { routes } from "./routes.ts";

class Limited extends AppError {
  readonly code = "BIGCOMMERCE_RATE_LIMITED";
  readonly retryable = true;
  readonly retryAfterMs = 24_100;
}

class Internal extends AppError {
  readonly code = "SEAL_BROKEN";
  readonly retryable = false;
}

const problemOf = async (response: Response) => Problem.parse(await response.json());

describe("a problem", () => {
  test.each<[AppError, number]>([
    [new SessionEnded("x"), 401],
    [new AccessWithdrawn("x"), 403],
    [new StoreUninstalled("x"), 403],
    [new ForbiddenOrigin("x"), 403],
    [new NotFound("x"), 404],
    [new MethodNotAllowed("x"), 405],
    [new InputTooLarge("x"), 413],
    [new Limited("x"), 503],
  ])("%o has its status, code and sentence", async (error, status) => {
    const response = problemResponse(error);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status, code: error.code });
    expect(problem.detail).toMatch(/^[A-Z].+\.$/);
    expect(problem.reference).toBeUndefined();
  });

  test("says how long to wait, where that is known", async () => {
    const response = problemResponse(new Limited("x"));
    expect(response.headers.get("Retry-After")).toBe("25");
    expect(await problemOf(response)).toMatchObject({ retryAfterSeconds: 25 });
  });

  test.each([new Error("password=hunter2"), new Internal("key 2025 is gone"), "a string", undefined])(
    "of ours, %o, is told by a reference alone",
    async (error) => {
      const response = problemResponse(error);
      const text = await response.clone().text();
      expect(text).not.toMatch(/hunter2|2025|SEAL/);
      expect(response.status).toBe(500);
      expect((await problemOf(response)).reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{2}$/);
    },
  );

  test("with the method names those that are allowed", () => {
    const given = routes({ GET: () => new Response(), PUT: () => new Response() });
    const refused = given.POST();
    expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD, PUT, OPTIONS"]);
    const asked = given.OPTIONS();
    expect([asked.status, asked.headers.get("Allow")]).toEqual([204, "GET, HEAD, PUT, OPTIONS"]);
  });

  test("that a mere look would use up is refused to HEAD", () => {
    const given = routes({ GET: () => new Response() }, { isHeadRefused: true });
    const refused = given.HEAD();
    expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, OPTIONS"]);
  });
});

describe("input", () => {
  test("that does not fit is named by place, every fault, never by value", async () => {
    const shape = z.object({
      limit: z.coerce.number().max(200),
      changes: z.array(z.object({ scope: z.string() })),
    });
    const response = await Promise.resolve()
      .then(() => parseInput(shape, { limit: "9001", changes: [{ scope: 7 }] }))
      .then(() => undefined, problemResponse);
    const { code, detail } = await problemOf(response ?? new Response());
    expect(code).toBe("INVALID_INPUT");
    expect(detail).toMatch(/limit: .*changes\.0\.scope: /);
    expect(detail).not.toContain("9001");
  });

  test("in the address keeps repeated names as a list", () => {
    const request = new Request("https://keeper.example.com/?a=1&b=2&a=3&c=");
    expect(queryOf(request)).toEqual({ a: ["1", "3"], b: "2", c: "" });
  });

  test("is read no further than allowed", async () => {
    const request = () => new Request("https://keeper.example.com/", { method: "POST", body: "ü".repeat(8) });
    expect(await readText(request(), 16)).toBe("ü".repeat(8));
    await expect(readText(request(), 15)).rejects.toThrow(InputTooLarge);
  });
});
