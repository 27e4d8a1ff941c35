import { apiRequest, scriptVersion } from "./api-request";

/** Reports an unexpected event to ProcessOut. The answer is ignored. */
export function report(
  projectID: string,
  level: "warn" | "error",
  message: string,
  attributes: Record<string, string> = {},
) {
  const event = {
    level,
    message,
    timestamp: new Date().toISOString(),
    attributes: { Host: location.host, Category: "JS data", ...attributes },
  };
  const application = { name: "processout.js", version: scriptVersion };
  const body = { metadata: { application, device: { model: "web" } }, events: [event] };
  const ignore = () => {};
  apiRequest(projectID, "post", "telemetry", body, ignore, ignore);
}
