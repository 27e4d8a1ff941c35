const ROWS = [
  { y: 40, className: "fill-swell/30", period: 240, height: 18 },
  { y: 78, className: "fill-swell/45", period: 200, height: 15 },
  { y: 116, className: "fill-swell/60", period: 160, height: 12 },
];

const WIDTH = 1600;

/** Three rows of waves, drawn on past any screen's width. */
export function Swell({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 176`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      className={className}
    >
      {ROWS.map(({ y, className: fill, period, height }) => (
        <path key={y} d={wave(y, period, height)} className={fill} />
      ))}
    </svg>
  );
}

/** A sine-like edge of quadratic curves, closed along the bottom. */
function wave(y: number, period: number, height: number): string {
  const half = period / 2;
  const crests = Math.ceil(WIDTH / half) + 1;
  const first = `M${-half} ${y}q${half / 2} ${-height} ${half} 0`;
  return `${first}${`t${half} 0`.repeat(crests)}V176H${-half}Z`;
}
