import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SANDBOX_KEYS, type Sandbox, startSandbox } from "@/lib/processout/contract-sandbox";
import { asCurl, asNode } from "./snippets";

const run = promisify(execFile);
const hasCurl = spawnSync("curl", ["--version"]).status === 0;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
}, 30_000);
afterAll(() => sandbox?.stop());

const KINDS = [
  {
    kind: "Node.js",
    isHere: true,
    asSnippet: asNode,
    command: [process.execPath, "--input-type=module", "-e"],
  },
  { kind: "curl", isHere: hasCurl, asSnippet: asCurl, command: ["sh", "-c"] },
];

for (const { kind, isHere, asSnippet, command } of KINDS) {
  const [program = "", ...args] = command;
  const execute = async (call: Parameters<typeof asNode>[1]) => {
    const env = {
      ...process.env,
      PROCESSOUT_PROJECT_ID: SANDBOX_KEYS.projectId,
      PROCESSOUT_PRIVATE_KEY: SANDBOX_KEYS.privateKey,
    };
    await run(program, [...args, asSnippet(sandbox.url, call)], { env });
  };

  // A machine may have no curl.
  test.skipIf(!isHere)(`a write that was copied for ${kind} makes the same call`, async () => {
    const request = { first_name: "Ann's", metadata: { note: 'a "quote", $HOME and `id`' } };
    const call = { from: "merchant", method: "POST", path: "/customers", query: "", request } as const;
    await execute({ ...call, idempotencyKey: crypto.randomUUID() });
    const [logged] = await sandbox.requests("/customers");
    expect(logged).toMatchObject({ method: "POST", path: "/customers", status: 200, body: request });
  });

  test.skipIf(!isHere)(
    `a reading of the browser that was copied for ${kind} makes the same call`,
    async () => {
      const call = {
        from: "browser",
        method: "GET",
        path: "/iins/424242",
        query: "a=1",
        request: {},
      } as const;
      await execute({ ...call, idempotencyKey: null });
      const [logged] = await sandbox.requests("/iins/424242");
      expect(logged).toMatchObject({ method: "GET", status: 200 });
    },
  );
}
