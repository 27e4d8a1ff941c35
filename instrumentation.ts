/** Runs once when a server process starts, never at build time. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireEnv } = await import("./lib/platform/require-env");
    const { repairUnreadableRequests } = await import("./app/unreadable-requests");
    const { registerFeatures } = await import("./app/register");
    requireEnv();
    repairUnreadableRequests();
    requireEnv(registerFeatures);
  }
}
