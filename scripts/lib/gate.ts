import { readFileSync } from "node:fs";
import { type ProcessOptions, startProcess } from "./processes";

export type Count = { passed: number; failed: number };
export type Step = {
  name: string;
  run(): Promise<Count>;
  /** Only when it is asked for by name: it takes longer than the others together. */
  onRequest?: boolean;
};

export const PASSED: Count = { passed: 1, failed: 0 };
export const FAILED: Count = { passed: 0, failed: 1 };

/** A step that is one command: it counts as one test, and what it printed is shown when it fails. */
export function commandStep(name: string, commands: string[][], options: ProcessOptions): Step {
  return {
    name,
    async run() {
      for (const args of commands) {
        const { code, tail } = await startProcess(name.replaceAll(" ", "-"), args, options).ended;
        if (code === 0) continue;
        console.error(tail);
        return FAILED;
      }
      return PASSED;
    },
  };
}

/** A step that runs many tests and writes a report of them; one that ends without a report has failed. */
export function reportStep(
  name: string,
  args: string[],
  report: { file: string; read(json: unknown): Count },
  options: ProcessOptions,
): Step {
  return {
    name,
    async run() {
      const { code } = await startProcess(name.replaceAll(" ", "-"), args, { ...options, show: "everything" })
        .ended;
      const count = readReport(report);
      const isSilentFailure = code !== 0 && count.failed === 0;
      return isSilentFailure ? { ...count, failed: 1 } : count;
    },
  };
}

function readReport({ file, read }: { file: string; read(json: unknown): Count }): Count {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return FAILED;
  }
}

/** Runs the steps in turn, all of them, and prints what came of each. Answers whether everything passed. */
export async function runGate(steps: Step[]): Promise<boolean> {
  const results: (Count & { name: string; seconds: number })[] = [];
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const count = await run().catch((error: unknown) => {
      console.error(error);
      return FAILED;
    });
    results.push({ name, ...count, seconds: (performance.now() - start) / 1000 });
  }
  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed ? `${failed} FAILED, ${passed} passed` : `${passed} passed`;
    console.log(`${name.padEnd(22)} ${verdict.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const total = (which: "passed" | "failed") => results.reduce((sum, result) => sum + result[which], 0);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") === 0;
}
