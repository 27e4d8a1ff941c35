import { randomUUID } from "node:crypto";
import { EXAMPLE } from "../../test-support/caller";
import { basic, type Call, type RawRequest, type Sdk } from "./call";

/** Browsers and phones hold the project id and no key. */
const authorization = basic(EXAMPLE.projectId, "");

const DEVICE = {
  request_origin: "web",
  app_color_depth: 24,
  app_language: "en-GB",
  app_screen_height: 1080,
  app_screen_width: 1920,
  app_timezone_offset: -60,
  app_java_enabled: false,
};

/** Sent with cards, tokens and payments: inside `device` and again beside it (browser-client.md §5.2). */
export const BROWSER_DATA = { ...DEVICE, device: DEVICE };

/** processout.js repeats its headers in the query, unescaped, GET data too (browser-client.md §5.1). */
const browser: Sdk = {
  name: "processout.js",
  frame: ({ method, path, given }) => {
    const query = [
      "legacyrequest=true",
      `project_id=${EXAMPLE.projectId}`,
      "x-Content-Type=application/json",
      "x-API-Version=1.3.0.0",
      `x-Authorization=${authorization.replace(" ", "%20")}`,
      "x-ProcessOut-JS-Version=1.9.8",
    ];
    const raw: RawRequest = {
      method,
      target: `${path}?${query.join("&")}`,
      headers: {
        Authorization: authorization,
        "Content-Type": "application/json",
        "API-Version": "1.3.0.0",
        "X-ProcessOut-JS-Version": "1.9.8",
        Origin: "https://shop.example",
      },
    };
    if (method !== "GET") raw.body = JSON.stringify(given ?? {});
    return raw;
  },
};

/** A fresh idempotency key on every write; `expand` joined with commas. */
const phone = (name: string, userAgent: string, more: Record<string, string>): Sdk => ({
  name,
  frame: (call: Call) => {
    const raw: RawRequest = {
      method: call.method,
      target: call.expand ? `${call.path}?expand=${call.expand.join(",")}` : call.path,
      headers: {
        Authorization: authorization,
        "Content-Type": "application/json",
        "User-Agent": userAgent,
        "Accept-Language": "en",
        "Session-Id": randomUUID(),
        "Installation-Id": randomUUID(),
        "Device-Id": randomUUID(),
        "Device-System-Name": name,
        "Device-System-Version": "18.0",
        "Product-Version": "4.43.2",
        ...more,
      },
    };
    if (call.method !== "GET") {
      raw.headers["Idempotency-Key"] = randomUUID();
      raw.body = JSON.stringify(call.given ?? {});
    }
    return raw;
  },
});

export const BROWSER = browser;

export const PHONES: readonly Sdk[] = [
  phone("iOS", "Shop/1 iOS/18.0 ProcessOut iOS-Bindings/4.42.0", {}),
  phone("Android", "Shop/1 ProcessOut Android-Bindings/4.43.2", { Accept: "*/*" }),
];
