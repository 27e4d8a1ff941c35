/** What the person who ran a command did not foresee, in a sentence that says what to do. Shown without a stack. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Ends the process with exit code 1: a sentence for a `Refusal`, the whole error for anything else. */
export function refuse(error: unknown): never {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
