import { demoEnv } from "./demo-env";

export const hasSandboxControl = () => demoEnv().SANDBOX_CONTROL_URL !== undefined;

/** Reads from the control side of the sandbox. Throws when it does not answer or refuses. */
export const getFromSandbox = (path: string) => ask(path, {});

/** Posts to the control side of the sandbox and returns its answer. Throws when it does not answer or refuses. */
export const postToSandbox = (path: string, body: object) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function ask(path: string, init: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(`${demoEnv().SANDBOX_CONTROL_URL}${path}`, init);
  if (!response.ok)
    throw new Error(`The sandbox answered ${path} with ${response.status}: ${await response.text()}`);
  return response.json();
}
