export type Row = Record<string, unknown> & { id: string };
export type Page = { objects: Row[]; next: string | null; total: number };
export type Opened = { object: Row; related: Record<string, Row[]> };

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`/_sandbox/${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

/** The control side of the sandbox, as `/_sandbox/…` offers it. Rejects with a sentence. */
export const control = {
  get: <T>(path: string) => call<T>("GET", path),
  post: <T>(path: string, body: unknown = {}) => call<T>("POST", path, body),
  remove: <T>(path: string) => call<T>("DELETE", path),
};
