import pg from "pg";
import { database } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** How rows are read. */
export type ReadRows = <Row>(sql: Prisma.Sql) => Promise<Row[]>;

export const byPrisma: ReadRows = (sql) => database().prisma.$queryRaw(sql);

/** A server that is silent for so long will not answer any more. */
const SILENCE_MS = 30_000;

// The driver gives int8 as text.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, BigInt);

/**
 * Rows of a question that is asked thousands of times in a row, by the driver alone and by its callback. Asked through
 * Prisma, or for a promise of the driver's, each answer keeps the next one reachable, so that the garbage collector's
 * short runs free next to nothing, and the process grows by hundreds of megabytes.
 * @throws what PostgreSQL says, or that it says nothing.
 */
export function readRows<Row>(sql: Prisma.Sql): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    database().reader.connect((problem, client, release) => {
      if (!client) return reject(problem ?? new Error("there is no connection"));
      let isOver = false;
      const silence = setTimeout(() => {
        isOver = true;
        const error = new Error("the database did not answer");
        release(error);
        reject(error);
      }, SILENCE_MS);
      client.query({ text: sql.text, values: sql.values, types }, (error: Error | undefined, result) => {
        clearTimeout(silence);
        if (isOver) return;
        release();
        if (error) reject(error);
        else resolve(result.rows as Row[]);
      });
    });
  });
}
