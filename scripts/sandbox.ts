// `npm run sandbox -- --port N --data DIR …`: ProcessOut's stand-in alone. Arguments pass through to sandbox/main.ts,
// after SANDBOX_PORT and DATA_DIR, which they override.
import path from "node:path";
import { startProcess } from "./lib/processes";
import { readSettings } from "./lib/settings";
import { leave, stopOnRequest } from "./lib/stop-request";

stopOnRequest(0);
const { sandboxPort, dataDir } = readSettings();
const sandbox = startProcess(
  "sandbox",
  [
    ...["--import", "tsx", "sandbox/main.ts"],
    ...["--port", String(sandboxPort), "--data", path.join(dataDir, "sandbox")],
    ...process.argv.slice(2),
  ],
  { env: process.env, logFolder: path.join(dataDir, "logs"), show: "everything" },
);
const { code } = await sandbox.ended;
await leave(code ?? 1);
