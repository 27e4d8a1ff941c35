// Preloaded into every process a launcher starts (`node --import`). When the launcher is gone, even killed hard,
// the channel to it closes, and the process stops the way SIGTERM would stop it.
const PATIENCE_MS = 5000;

if (process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(0);
  });
  // Listening keeps a process alive; what it does for itself decides that, not this channel.
  process.channel.unref();
}
