// Preloaded into every process a launcher starts (`node --import`). When the launcher is gone, even killed hard,
// the channel to it closes, and the process stops the way SIGTERM would stop it. Processes that this one starts
// inherit the preload and not the rule: their channel is not ours to watch.
const PATIENCE_MS = 5000;

if (process.channel && process.env.LAUNCHER_PID === String(process.ppid)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(0);
  });
  // Its own work decides how long a process lives, not this channel.
  process.channel.unref();
}
