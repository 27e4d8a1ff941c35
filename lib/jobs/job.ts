/**
 * Background work. `run` does what the rows say is due and returns how many rows it handled; it is safe to run at any
 * time, in several workers at once. When `signal` aborts it finishes the rows it has begun and starts no others.
 */
export type Job = {
  name: string;
  /** What it does, for the back office: "Charges what is due". */
  title: string;
  run(signal: AbortSignal): Promise<number>;
};
