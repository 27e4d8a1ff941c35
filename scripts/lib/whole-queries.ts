import type { PGlite } from "@electric-sql/pglite";

/** Messages of an extended query: parse, bind, describe, execute, close, flush. A sync ends it. */
const STEPS = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * Keeps one connection's query whole. All connections share the one session underneath, and with it the unnamed
 * statement; the socket server keeps them apart inside a transaction only, so two clients could put their words
 * into each other's query ("bind message supplies 3 parameters, but prepared statement requires 5"). A query that
 * is not ended by its sync is therefore reported as a transaction, which makes the server wait for its owner.
 */
export function keepQueriesWhole(database: PGlite): PGlite {
  const isInTransaction = database.isInTransaction.bind(database);
  const execute = database.execProtocolRawStream.bind(database);
  let isInsideQuery = false;
  database.isInTransaction = () => isInsideQuery || isInTransaction();
  database.execProtocolRawStream = (message, options) => {
    isInsideQuery = STEPS.has(message[0] ?? 0);
    return execute(message, options);
  };
  return database;
}
