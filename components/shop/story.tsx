import { SignalFlag } from "@/components/brand/signal-flag";

const DAYS = [
  {
    flag: "M",
    day: "Monday",
    title: "It is landed",
    text: "Green coffee comes off the boat in sixty-kilo sacks. We cup a spoonful of each before we sign for any.",
  },
  {
    flag: "T",
    day: "Tuesday",
    title: "It is roasted",
    text: "Twelve kilos at a time in a drum older than most of us, by somebody who is not looking at a phone.",
  },
  {
    flag: "T",
    day: "Thursday",
    title: "It is gone",
    text: "Two days to rest, then into the post. What is left on Friday is ours, which keeps us honest about amounts.",
  },
];

export function Story() {
  return (
    <section aria-labelledby="story-title" className="border-y border-line bg-surface">
      <div className="mx-auto grid max-w-6xl gap-12 px-4 py-16 sm:px-6 sm:py-24 lg:grid-cols-[1fr_1.4fr] lg:gap-20">
        <div>
          <h2 id="story-title" className="text-title">
            One week, three knots.
          </h2>
          <p className="mt-4 max-w-[46ch] text-lg text-muted">
            A halyard is the rope that hoists a sail, or a flag, or, on our quay, a sack of coffee up to the
            first floor. We kept the rope and named the place after it.
          </p>
        </div>
        <ol className="relative ml-4 grid gap-10 border-l-2 border-dashed border-control pl-9">
          {DAYS.map(({ flag, day, title, text }) => (
            <li key={day} className="relative">
              <SignalFlag letter={flag} className="absolute top-1 -left-[3.19rem] size-8 shadow-raised" />
              <p className="text-sm font-semibold text-accent">{day}</p>
              <h3 className="mt-0.5 text-xl">{title}</h3>
              <p className="mt-1.5 max-w-[52ch] text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
