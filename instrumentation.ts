/** Runs once when a server process starts, never at build time. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireEnv } = await import("./lib/platform/require-env");
    const { registerDemo } = await import("./lib/demo/register"); // eject: demo
    requireEnv();
    const { registerAfterPayment } = await import("./app/after-payment"); // eject: subscriptions
    registerAfterPayment(); // eject: subscriptions
    requireEnv(registerDemo); // eject: demo
  }
}
