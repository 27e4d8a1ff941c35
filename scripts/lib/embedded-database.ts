import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { keepQueriesWhole } from "./whole-queries";

/** Connections the server accepts. They queue for the one session underneath, so more would only wait. */
const MAX_CONNECTIONS = 100;

/**
 * PostgreSQL in this process (PGlite), served on a port of 127.0.0.1. `folder` keeps the data; `"memory://"` is
 * thrown away. It is a single session underneath: while a transaction is open everyone else waits.
 */
export async function serveDatabase(
  folder: string,
  port = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  const database = await PGlite.create(folder);
  const server = new PGLiteSocketServer({
    db: keepQueriesWhole(database),
    host: "127.0.0.1",
    port,
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  return {
    url: `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`,
    async close() {
      await server.stop();
      await database.close();
    },
  };
}
