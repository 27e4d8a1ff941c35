import { EXAMPLE } from "../../test-support/caller";
import { basic, type Call, type Sdk, withNulls } from "./call";

const authorization = basic(EXAMPLE.projectId, EXAMPLE.key);
const common = { Authorization: authorization, "API-Version": "1.4.0.0", "Content-Type": "application/json" };
const writes = ({ method }: Call) => method === "POST" || method === "PUT";
const repeated = (name: string, expand: readonly string[] = []) =>
  expand.map((value) => `${name}=${value}`).join("&");

/** Joins `expand` with commas; JSON headers on GET and DELETE too. */
const node: Sdk = {
  name: "Node 11",
  frame: (call) => ({
    method: call.method,
    target: writes(call) || !call.expand ? call.path : `${call.path}?expand=${call.expand.join("%2C")}`,
    headers: { ...common, Accept: "application/json", "User-Agent": "ProcessOut NodeJS-Bindings/8.0.0" },
    body: writes(call) ? JSON.stringify({ ...withNulls(call, "2026"), expand: call.expand }) : undefined,
  }),
};

/** Both under one name, the hardest case: SDKs keep an old version in their name (server-api.md §1.3). */
const python = (name: string, version?: "2026"): Sdk => ({
  name,
  frame: (call) => ({
    method: call.method,
    target: writes(call) || !call.expand ? call.path : `${call.path}?${repeated("expand", call.expand)}`,
    headers: {
      ...common,
      Accept: "application/json",
      "Accept-Encoding": "gzip, deflate",
      "User-Agent": "ProcessOut Python-Bindings/6.18.0",
    },
    body: writes(call)
      ? JSON.stringify({ ...withNulls(call, version), expand: call.expand ?? [] })
      : undefined,
  }),
});

/** Blank headers always, its own options inside bodies, and a query that starts with `&`. */
const ruby: Sdk = {
  name: "Ruby 6",
  frame: (call) => ({
    method: call.method,
    target: writes(call)
      ? call.path
      : `${call.path}?&filter=&limit=&start_after=&end_before=&${repeated("expand", call.expand)}`,
    headers: {
      ...common,
      Accept: "*/*",
      "User-Agent": "ProcessOut Ruby-Bindings/6.0.0",
      "Idempotency-Key": "",
      "Disable-Logging": "",
    },
    body: writes(call)
      ? JSON.stringify({
          ...withNulls(call, "2026"),
          expand: call.expand ?? [],
          filter: "",
          limit: "",
          start_after: "",
          end_before: "",
        })
      : undefined,
  }),
};

/** A bare `?` on GET and DELETE, and an empty list where there is no parameter. */
const php: Sdk = {
  name: "PHP 7.4",
  frame: (call) => ({
    method: call.method,
    target: writes(call)
      ? call.path
      : `${call.path}?${repeated(call.method === "DELETE" ? "expand[0]" : "expand[]", call.expand)}`,
    headers: { ...common, Accept: "*/*", "User-Agent": "ProcessOut PHP-Bindings/7.4.0" },
    body: writes(call)
      ? phpJson({ ...withNulls(call), ...(call.expand && { expand: call.expand }) })
      : undefined,
  }),
};

const phpJson = (body: Record<string, unknown>) =>
  Object.keys(body).length === 0 ? "[]" : JSON.stringify(body);

/** A junk query on every verb and a JSON body on GET and DELETE. */
const go: Sdk = {
  name: "Go 5.6",
  frame: (call) => {
    const expand = repeated("expand%5B%5D", call.expand);
    return {
      method: call.method,
      target: `${call.path}?end_before=&${expand && `${expand}&`}filter=&limit=0&start_after=`,
      headers: { ...common, Accept: "application/json", "User-Agent": "ProcessOut Go-Bindings/v5.6.0" },
      body: JSON.stringify({
        ...withNulls(call),
        expand: call.expand ?? null,
        filter: "",
        limit: 0,
        end_before: "",
        start_after: "",
      }),
    };
  },
};

/** The five official server SDKs, Python in the two versions that differ (server-api.md §1.3, §1.4, §8). */
export const SERVER_SDKS: readonly Sdk[] = [
  node,
  python("Python 7.3"),
  python("Python 10", "2026"),
  ruby,
  php,
  go,
];
