import { parseArgs } from "node:util";
import { createSandbox } from "./index";

const USAGE = `Usage: sandbox [--port 4242] [--host 127.0.0.1] [--data DIR] [--public-url URL] [--webhook-url URL]
               [--follower-url URL] [--seed NAME] [--strict] [--rate-limit N] [--merchant-name NAME] [--tls FILE]`;

/** The command line of the sandbox. Prints `Ready: <url>` once it answers. */
async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4242" },
      host: { type: "string", default: "127.0.0.1" },
      data: { type: "string" },
      "public-url": { type: "string" },
      "webhook-url": { type: "string" },
      "follower-url": { type: "string" },
      seed: { type: "string" },
      strict: { type: "boolean", default: false },
      "rate-limit": { type: "string" },
      "merchant-name": { type: "string" },
      tls: { type: "string" },
    },
  });
  // The store holds what a merchant's customers typed: its files are for their owner only.
  process.umask(0o077);
  const sandbox = await createSandbox({
    port: portOf(values.port),
    host: values.host,
    data: values.data ?? null,
    publicUrl: urlOf("--public-url", values["public-url"])?.replace(/\/+$/, "") ?? null,
    webhookUrl: urlOf("--webhook-url", values["webhook-url"]),
    followerUrl: urlOf("--follower-url", values["follower-url"]),
    seed: values.seed ?? null,
    strict: values.strict,
    tls: values.tls ?? null,
    ...(values["rate-limit"] !== undefined && { rateLimit: limitOf(values["rate-limit"]) }),
    ...(values["merchant-name"] && { merchantName: values["merchant-name"] }),
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    sandbox.close().finally(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);

  console.log(`Ready: ${sandbox.url}`);
  process.send?.({ ready: sandbox.url });
}

function portOf(raw: string): number {
  const port = Number(raw);
  if (!/^\d+$/.test(raw) || port > 65_535)
    throw new Error(`--port has to be a number from 0 to 65535, not ${raw}.`);
  return port;
}

function limitOf(raw: string): number {
  if (!/^[1-9]\d{0,8}$/.test(raw))
    throw new Error(`--rate-limit has to be a whole number from 1, not ${raw}.`);
  return Number(raw);
}

function urlOf(option: string, raw: string | undefined): string | null {
  if (raw === undefined) return null;
  if (!/^https?:\/\//.test(raw) || !URL.canParse(raw))
    throw new Error(`${option} has to be an http or https URL.`);
  return raw;
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(error.message);
  if (error.code?.startsWith("ERR_PARSE_ARGS")) console.error(USAGE);
  process.exit(1);
});
