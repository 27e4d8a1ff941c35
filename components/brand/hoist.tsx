import clsx from "clsx";
import { SignalFlag } from "./signal-flag";

/** A word in signal flags, for the eye alone: whoever listens is told by the text beside it. */
export function Hoist({ word, className, flag }: { word: string; className?: string; flag: string }) {
  const flags = [...word].map((letter, place) => ({ letter, place }));
  return (
    <span aria-hidden="true" className={clsx("flex", className)}>
      {flags.map(({ letter, place }) => (
        <SignalFlag key={place} letter={letter} className={flag} />
      ))}
    </span>
  );
}
