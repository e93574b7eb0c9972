// Runs in front of every integration test file: names the database that `useDatabase` will make for it.
import { randomUUID } from "node:crypto";
import { inject } from "vitest";

const url = new URL(inject("serverUrl"));
url.pathname = `/test_${randomUUID().replaceAll("-", "")}`;
process.env.DATABASE_URL = url.href;
