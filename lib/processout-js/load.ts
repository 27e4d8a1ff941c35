import { BrowserError, fromThrown } from "./browser-error";
import type { ProcessOutClient, ScriptGlobal } from "./script";

type LoadOptions = {
  /** For a Content-Security-Policy with nonces. By default that of the page's own scripts. */
  nonce?: string;
  /** 15 seconds by default. */
  timeoutMs?: number;
};

type ClientClass = new (projectId: string) => ProcessOutClient;

const clients = new Map<string, Promise<ProcessOutClient>>();

/**
 * Loads ProcessOut's script and creates its client, once per URL and project: clients never remove their
 * listeners from the window. After a failure the next call tries again. Rejects with a BrowserError: `network`
 * when the script does not load, `setup` when it throws.
 */
export function loadProcessOut(
  scriptUrl: string,
  projectId: string,
  options: LoadOptions = {},
): Promise<ProcessOutClient> {
  return once(clients, `${scriptUrl} ${projectId}`, async () => {
    const Client = await once(scripts, scriptUrl, () => loadScript(scriptUrl, options));
    try {
      return new Client(projectId);
    } catch (error) {
      throw fromThrown(error);
    }
  });
}

const scripts = new Map<string, Promise<ClientClass>>();

/** The tag stays in the page, because the client reads its `src`. A tag that failed is removed. */
function loadScript(url: string, { nonce, timeoutMs = 15_000 }: LoadOptions): Promise<ClientClass> {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    const fail = (reason: string) => {
      clearTimeout(timer);
      tag.remove();
      const message = `${url} ${reason}`;
      reject(new BrowserError({ code: "processout-js.script-failed", kind: "network", message }));
    };
    const timer = setTimeout(() => fail(`did not load in ${timeoutMs} ms`), timeoutMs);
    tag.src = url;
    tag.async = true;
    tag.nonce = nonce ?? document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    tag.onerror = () => fail("could not be loaded");
    tag.onload = () => {
      const { ProcessOut } = globalThis as typeof globalThis & ScriptGlobal;
      if (!ProcessOut) return fail("is not ProcessOut's script");
      clearTimeout(timer);
      resolve(ProcessOut.ProcessOut);
    };
    document.head.append(tag);
  });
}

/** Starts a job once per key; a failed one can be started again. */
function once<Value>(started: Map<string, Promise<Value>>, key: string, start: () => Promise<Value>) {
  const known = started.get(key);
  if (known) return known;
  const starting = start();
  started.set(key, starting);
  starting.catch(() => started.delete(key));
  return starting;
}
