import { SignalFlag } from "./signal-flag";

const WORD = [..."HALYARD"].map((letter, place) => ({ letter, place }));

/** The name of the shop in signal flags, as a ship would dress a line with it: across on a phone, up a mast beside a form. */
export function Hoist() {
  return (
    <div
      aria-hidden="true"
      className="flex h-full items-center justify-center gap-2 p-6 lg:flex-col lg:gap-3.5"
    >
      <span className="absolute top-1/2 h-px w-full bg-sail-muted/50 lg:top-0 lg:h-full lg:w-px" />
      {WORD.map(({ letter, place }) => (
        <SignalFlag
          key={place}
          letter={letter}
          className="relative size-8 shadow-raised sm:size-12 lg:size-14"
        />
      ))}
    </div>
  );
}
