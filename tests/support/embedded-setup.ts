import type { TestProject } from "vitest/node";
import { serveDatabases } from "./database-server.ts";

/** Before the integration tests: the embedded PostgreSQL, or the server that TEST_DATABASE_URL names. */
export default (project: TestProject) => serveDatabases(project);
