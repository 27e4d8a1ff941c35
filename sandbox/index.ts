import { chmodSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { pageRoutes } from "./pages/routes";
import { createApi } from "./server/api";
import { apiRoutes } from "./server/api-routes";
import { createCertificate } from "./server/certificate";
import { controlRoutes } from "./server/control/routes";
import { createEngine } from "./server/create-engine";
import type { Options } from "./server/engine";
import { createHttp } from "./server/http";
import { createPages } from "./server/pages";
import { createRateLimit } from "./server/rate-limit";
import { createRouter } from "./server/router";
import { seedIfEmpty, seedNamed } from "./server/seeds";

export type Sandbox = { url: string; close(): Promise<void> };

const DEFAULTS: Options = {
  host: "127.0.0.1",
  port: 0,
  data: null,
  publicUrl: null,
  webhookUrl: null,
  followerUrl: null,
  seed: null,
  strict: false,
  rateLimit: 1_000_000,
  merchantName: "Your shop",
  tls: null,
};

/**
 * Starts a local ProcessOut in this process. Without options: on a random port, its data deleted by `close()`.
 * Throws when the port is taken or another process uses the data folder; the message says what to do.
 */
export async function createSandbox(options: Partial<Options> = {}): Promise<Sandbox> {
  const wanted = { ...DEFAULTS, ...options };
  const seed = wanted.seed === null ? null : seedNamed(wanted.seed);
  const certificate = wanted.tls === null ? null : await certify(wanted.tls, wanted.host);
  const engine = await createEngine(wanted);
  const server = createHttp(
    engine,
    createApi(engine, createRouter(apiRoutes), createRateLimit(wanted.rateLimit)),
    createPages(engine, [...controlRoutes, ...pageRoutes]),
    certificate,
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted.port, wanted.host, resolve);
    });
  } catch (error) {
    await engine.store.close();
    throw listenError(error, wanted);
  }
  wanted.port = (server.address() as AddressInfo).port;
  if (seed) await seedIfEmpty(engine, seed);
  engine.jobs.runDue();

  const proto = certificate ? "https" : "http";
  return {
    url: `${proto}://${wanted.host.includes(":") ? `[${wanted.host}]` : wanted.host}:${wanted.port}`,
    async close() {
      engine.jobs.stop();
      engine.webhooks.stop();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await engine.webhooks.idle(1000);
      await engine.store.close();
    },
  };
}

/** Hosts that the official clients call: a hosts file or a proxy may point them at the sandbox. */
const OFFICIAL_HOSTS = ["api.processout.com", "js.processout.com", "checkout.processout.com"];

async function certify(file: string, host: string) {
  const certificate = await createCertificate([
    ...new Set(["localhost", "127.0.0.1", "::1", host, ...OFFICIAL_HOSTS]),
  ]);
  writeFileSync(file, certificate.cert);
  // A certificate is public, and a client that is to trust it must read it.
  chmodSync(file, 0o644);
  return certificate;
}

function listenError(error: unknown, { host, port }: Options): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE")
    return new Error(`Port ${port} is taken. Give another one with --port (0 finds one).`);
  if (code === "EADDRNOTAVAIL") return new Error(`This machine has no address ${host} to listen on.`);
  return error;
}
