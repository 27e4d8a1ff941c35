// `npm run doctor`: says what is wrong with the variables, the database, ProcessOut or the browser before the first
// request does, and what to set. Ends with exit code 1 when the app could not serve.
import { makeAppEnv } from "./lib/app-env";
import {
  checkBrowser,
  checkDatabase,
  checkProcessOut,
  checkProxies,
  checkScript,
  checkVariables,
} from "./lib/checkups";
import { refuse } from "./lib/refusal";
import { readSettings } from "./lib/settings";

process.once("uncaughtException", refuse);

const MARKS = { good: "✓", note: "·", bad: "✗" };

const settings = readSettings();
const env = makeAppEnv(settings, settings.databaseUrl ?? "postgresql://embedded");
const findings = [
  checkVariables(env),
  checkProxies(env),
  await checkDatabase(settings),
  await checkProcessOut(settings, env),
  await checkScript(settings, env),
  checkBrowser(),
];
for (const { verdict, sentence } of findings) console.log(`${MARKS[verdict]} ${sentence}`);
process.exit(findings.some(({ verdict }) => verdict === "bad") ? 1 : 0);
