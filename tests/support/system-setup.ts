import type { TestProject } from "vitest/node";
import { serveDatabases } from "./database-server.ts";
import { findSystemPostgres } from "./system-postgres.ts";

/** Before the integration tests' second round: the machine's own PostgreSQL. */
export default (project: TestProject) => serveDatabases(project, findSystemPostgres()?.binDir);
