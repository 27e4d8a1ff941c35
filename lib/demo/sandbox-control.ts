import { demoEnv } from "./demo-env";

export const hasSandboxControl = () => demoEnv().SANDBOX_CONTROL_URL !== undefined;

/** Posts to the control side of the sandbox and returns its answer. Throws when it does not answer or refuses. */
export async function postToSandbox(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${demoEnv().SANDBOX_CONTROL_URL}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`The sandbox answered ${path} with ${response.status}: ${await response.text()}`);
  return response.json();
}
