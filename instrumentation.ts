/** Runs once when a server process starts, never at build. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireEnv } = await import("./lib/platform/require-env");
    requireEnv();
    const { registerAfterPayment } = await import("./app/after-payment"); // eject: subscriptions
    registerAfterPayment(); // eject: subscriptions
  }
}
