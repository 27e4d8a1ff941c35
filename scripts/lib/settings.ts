import path from "node:path";
import { Refusal } from "./refusal";

/** What a person may set before starting anything. Everything else the launchers decide. */
export type Settings = {
  port: number;
  sandboxPort: number;
  /** Where browsers reach the sandbox, if it is not this machine's own address. */
  sandboxUrl?: string;
  /** Absolute. */
  dataDir: string;
  /** A PostgreSQL of one's own; without it the embedded one is started. */
  databaseUrl?: string;
  /** A real ProcessOut project; without it the sandbox is started. */
  project?: { id: string; privateKey: string };
};

/** Reads the environment, then `.env.local` and `.env`, in Next's order: what is already set wins. */
export function readSettings(): Settings {
  for (const file of [".env.local", ".env"]) loadEnvFile(file);
  const { DATA_DIR, DATABASE_URL, PORT, SANDBOX_PORT, SANDBOX_URL } = process.env;
  return {
    port: readPort("PORT", PORT, 3000),
    sandboxPort: readPort("SANDBOX_PORT", SANDBOX_PORT, 4242),
    sandboxUrl: readOrigin("SANDBOX_URL", SANDBOX_URL),
    dataDir: path.resolve(DATA_DIR || ".data"),
    databaseUrl: DATABASE_URL || undefined,
    project: readProject(),
  };
}

function loadEnvFile(file: string) {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function readPort(name: string, given: string | undefined, usual: number): number {
  const port = Number(given || usual);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refusal(`${name} is "${given}": set it to a port number, such as ${usual}.`);
}

function readOrigin(name: string, given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (URL.canParse(given)) return new URL(given).origin;
  throw new Refusal(`${name} is "${given}": set it to an address, such as https://sandbox.example.`);
}

function readProject(): Settings["project"] {
  const { PROCESSOUT_PROJECT_ID: id, PROCESSOUT_PRIVATE_KEY: privateKey } = process.env;
  if (id && privateKey) return { id, privateKey };
  if (id || privateKey) {
    throw new Refusal(
      "Set both PROCESSOUT_PROJECT_ID and PROCESSOUT_PRIVATE_KEY for the real ProcessOut, or neither for the sandbox.",
    );
  }
  if (process.env.PROCESSOUT_API_URL || process.env.PROCESSOUT_JS_URL) {
    throw new Refusal(
      "PROCESSOUT_API_URL and PROCESSOUT_JS_URL go with PROCESSOUT_PROJECT_ID and PROCESSOUT_PRIVATE_KEY: set those too, or unset these for the sandbox.",
    );
  }
  return undefined;
}
