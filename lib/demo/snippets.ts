import type { Exchange } from "./exchange";

type Call = Pick<Exchange, "from" | "method" | "path" | "query" | "request" | "idempotencyKey">;

const KEYS = {
  merchant: "$PROCESSOUT_PROJECT_ID:$PROCESSOUT_PRIVATE_KEY",
  browser: "$PROCESSOUT_PROJECT_ID:",
};

/** The call as a shell command. The keys are read from the environment; what was struck out stays struck out. */
export function asCurl(apiUrl: string, call: Call): string {
  const { method } = call;
  const parts = [
    `curl -X ${method} ${quoted(urlOf(apiUrl, call))}`,
    `-u "${keysOf(call)}"`,
    ...(call.idempotencyKey ? [`-H ${quoted(`Idempotency-Key: ${call.idempotencyKey}`)}`] : []),
    ...(method === "GET"
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(call.request))}`]),
  ];
  return parts.join(" \\\n  ");
}

/** The call as a script for Node.js, without a library. */
export function asNode(apiUrl: string, call: Call): string {
  const { method, idempotencyKey } = call;
  const names = [...keysOf(call).matchAll(/\$(\w+)/g)].map(([, name]) => `\${process.env.${name}}`);
  const headers = [
    `Authorization: "Basic " + btoa(\`${names.join(":")}${names.length === 1 ? ":" : ""}\`)`,
    ...(idempotencyKey ? [`"Idempotency-Key": ${JSON.stringify(idempotencyKey)}`] : []),
    ...(method === "GET" ? [] : [`"Content-Type": "application/json"`]),
  ];
  const body =
    method === "GET"
      ? ""
      : `  body: JSON.stringify(${JSON.stringify(call.request, null, 2).replaceAll("\n", "\n  ")}),\n`;
  return `const response = await fetch(${JSON.stringify(urlOf(apiUrl, call))}, {
  method: ${JSON.stringify(method)},
  headers: {
    ${headers.join(",\n    ")},
  },
${body}});
console.log(await response.json());`;
}

const urlOf = (apiUrl: string, { path, query }: Call) =>
  `${apiUrl.replace(/\/$/, "")}${path}${query ? `?${query}` : ""}`;
const keysOf = ({ from }: Call) => (from === "browser" ? KEYS.browser : KEYS.merchant);
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
