import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Route = Partial<Record<(typeof METHODS)[number] | "OPTIONS", (...input: unknown[]) => unknown>>;

const files = globSync("app/**/route.ts").toSorted();
/** Asked by BigCommerce's deliveries alone, which read nothing but the status. */
const isForDeliveries = (file: string) => /^app\/api\/(?:webhooks|exceptions)\//.test(file);

test("there are routes", () => expect(files.length).toBeGreaterThan(40));

describe.each(files)("%s", (file) => {
  test("refuses each method that it lacks, and says which it has", async () => {
    const route = (await import(resolve(file))) as Route;
    const allow = await allowOf(route);
    const given = allow.split(", ");
    expect(given).not.toHaveLength(0);
    for (const method of METHODS.filter((each) => !given.includes(each))) {
      // Next.js answers HEAD by GET where a file has no HEAD.
      const handler = route[method] ?? (method === "HEAD" ? route.GET : undefined);
      const refusal = (await handler?.(new Request("http://localhost/"), { params: Promise.resolve({}) })) as
        Response | undefined;
      expect(refusal?.status, method).toBe(405);
      expect(refusal?.headers.get("Allow"), method).toBe(allow);
      const body = await refusal?.text();
      if (isForDeliveries(file)) expect(body, method).toBe("");
      else expect(JSON.parse(body ?? ""), method).toMatchObject({ code: "METHOD_NOT_ALLOWED", status: 405 });
    }
  });
});

/** What the route says that it has; a door for deliveries says it in its refusal of OPTIONS. */
async function allowOf(route: Route): Promise<string> {
  const answer = (await route.OPTIONS?.()) as Response | undefined;
  return answer?.headers.get("Allow") ?? "";
}
