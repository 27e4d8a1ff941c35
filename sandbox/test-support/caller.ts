/** ProcessOut's example pair, printed throughout its docs and built into the sandbox. */
export const EXAMPLE = {
  projectId: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x",
  key: "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB",
};

export type Wire = Record<string, unknown>;

/** An answer with the parts that API answers have; `body` is all of it. */
export type Reply = {
  status: number;
  headers: Headers;
  body: Wire;
  error: string | undefined;
  action: { type: string; value: string } | undefined;
};

export type Caller = (
  method: string,
  path: string,
  body?: Wire,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** Plain JSON calls with Basic auth. An empty key is what a browser or a phone has. */
export function createCaller(url: string, { projectId, key } = EXAMPLE): Caller {
  const authorization = `Basic ${btoa(`${projectId}:${key}`)}`;
  return async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization, "content-type": "application/json", ...headers },
      body: body && JSON.stringify(body),
    });
    return replyOf(response);
  };
}

export async function replyOf(response: Response): Promise<Reply> {
  const body = (await response.json()) as Wire;
  return {
    status: response.status,
    headers: response.headers,
    body,
    error: body.error_type as Reply["error"],
    action: body.customer_action as Reply["action"],
  };
}

/** A resource inside an answer, by its key; throws with the whole answer when it is not there. */
export function part(reply: Pick<Reply, "status" | "body">, name: string): Wire & { id: string } {
  const found = reply.body[name];
  if (typeof found === "object" && found !== null && "id" in found) return found as Wire & { id: string };
  throw new Error(`No ${name} in ${reply.status} ${JSON.stringify(reply.body)}`);
}
