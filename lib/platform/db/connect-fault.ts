import pg from "pg";

/** Of PostgreSQL's errors: who asks is not wanted, the database is not there, or a right is missing. */
const REFUSED = /^(?:28|3D|42)/;

/** No server of the address can be used. The message says of each why, and no password. */
export class NoServer extends Error {
  override readonly name = "NoServer";
}

/**
 * What became of a try to connect, as the end of a sentence about a server or a database: whether no server answered there,
 * or one did and refused. Pure.
 * @param error What `connect` of a client threw.
 */
export function connectFault(error: unknown): string {
  const words = wordsOf(error);
  if (error instanceof NoServer) return `has no server that can be used: ${words}`;
  if (error instanceof pg.DatabaseError)
    return REFUSED.test(error.code ?? "") ? `does not let us in: ${words}` : `takes nobody in now: ${words}`;
  return isSilence(error) ? `is not reachable: ${words}` : `cannot be connected to: ${words}`;
}

/** Node's own errors name the call that failed; those of node-postgres about time have nothing but their words. */
function isSilence(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isSilence);
  return error instanceof Error && ("syscall" in error || /timeout/.test(error.message));
}

/** A name with several addresses fails with one error for each, and no words of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(wordsOf).join(", ");
  return error instanceof Error ? error.message || String(error) : String(error);
}
