import type { TestProject } from "vitest/node";
import { serveDatabases } from "./database-server.ts";
import { findSystemPostgres } from "./system-postgres.ts";

/**
 * Before the integration tests' second round: the machine's own PostgreSQL, with habits that are none of ours. The embedded
 * one is in UTC, sorts by bytes, and writes dates as ISO has them.
 */
export default (project: TestProject) => {
  const binDir = findSystemPostgres()?.binDir;
  if (!binDir) throw new Error("this machine has no PostgreSQL of its own");
  return serveDatabases(project, {
    binDir,
    initdb: ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"],
    settings: {
      timezone: "Asia/Kolkata",
      datestyle: "SQL, DMY",
      intervalstyle: "sql_standard",
      bytea_output: "escape",
      extra_float_digits: "0",
      default_transaction_isolation: "repeatable read",
      backslash_quote: "off",
    },
  });
};
