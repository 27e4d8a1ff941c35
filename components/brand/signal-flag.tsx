import clsx from "clsx";
import { FLAGS } from "./signal-flags";

export const FLAG_FILLS = {
  red: "fill-flag-red",
  blue: "fill-flag-blue",
  yellow: "fill-flag-yellow",
  white: "fill-flag-white",
  black: "fill-flag-black",
};

/**
 * The international signal flag of a letter: the shop's monogram, and everyone's portrait. What is not a letter
 * flies the plain yellow Q, "all well on board". Always decoration: the name stands beside it.
 */
export function SignalFlag({ letter, className }: { letter: string; className?: string }) {
  const flag = FLAGS[plain(letter)] ?? FLAGS.Q;
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={clsx("shrink-0", className)}>
      {flag?.map(([colour, path]) => (
        <path key={path} d={path} className={FLAG_FILLS[colour]} />
      ))}
    </svg>
  );
}

/** "Å" and "å" both fly the flag of A. */
const plain = (letter: string) => letter.normalize("NFD").charAt(0).toUpperCase();
