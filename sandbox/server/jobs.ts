import type { Engine, JobHandler, Jobs } from "./engine";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createJobs(engine: () => Engine): Jobs {
  const handlers = new Map<string, JobHandler>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const runNext = (): boolean => {
    const { store, clock } = engine();
    let failed: unknown;
    const ran = store.transaction(() => {
      const job = store.due.pop(clock.ms());
      if (!job) return false;
      try {
        handlers.get(job.kind)?.(engine(), job.subject);
      } catch (error) {
        failed = error;
      }
      return true;
    });
    if (failed) console.error("A scheduled job failed:", failed);
    return ran;
  };

  const jobs: Jobs = {
    on: (kind, handler) => handlers.set(kind, handler),
    schedule(kind, subject, dueMs) {
      engine().store.due.push({ kind, subject, due_ms: dueMs });
      queueMicrotask(jobs.rearm);
    },
    runDue() {
      while (!stopped && runNext());
      jobs.rearm();
    },
    rearm() {
      clearTimeout(timer);
      if (stopped) return;
      const next = engine().store.due.nextMs();
      if (next === undefined) return;
      const wait = Math.min(Math.max(next - engine().clock.ms(), 0), LONGEST_TIMER_MS);
      timer = setTimeout(jobs.runDue, wait);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
  return jobs;
}
