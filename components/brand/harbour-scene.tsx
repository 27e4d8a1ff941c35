import { FLAG_FILLS } from "./signal-flag";
import { FLAGS } from "./signal-flags";

/** The shop's name hoisted over the harbour at first light. Drawn, so that it is sharp, light and ours. */
export function HarbourScene() {
  return (
    <svg
      viewBox="0 0 352 640"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <circle cx="322" cy="470" r="62" className="fill-flag-yellow opacity-90" />
      <path d="M0 470h352v170H0z" className="fill-inverse" />
      {GLINTS.map(([x, y, width]) => (
        <path
          key={y}
          d={`M${x} ${y}h${width}`}
          className="stroke-flag-yellow"
          strokeWidth="3"
          strokeLinecap="round"
        />
      ))}
      {SWELLS.map((swell) => (
        <path
          key={swell}
          d={swell}
          className="fill-none stroke-inverse-line"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
      <path d="M0 470h352" className="stroke-inverse-line" strokeWidth="2" />
      <path d="M40 556c60 26 190 26 246 0l-16 46H66z" className="fill-on-inverse" />
      <path d="M47 572c62 22 170 22 232 0" className="fill-none stroke-flag-red" strokeWidth="5" />
      <path d="M92 566V28" className="stroke-on-inverse" strokeWidth="5" strokeLinecap="round" />
      <circle cx="92" cy="24" r="6" className="fill-flag-yellow" />
      <path
        d="M92 34C128 250 200 420 282 556"
        className="fill-none stroke-on-inverse-muted"
        strokeWidth="1.5"
      />
      {HOIST.map(({ letter, x, y, turn }) => (
        <g key={y} transform={`translate(${x} ${y}) rotate(${turn}) scale(4)`}>
          <path d="M0-.7v13.4" className="stroke-on-inverse" strokeWidth=".5" />
          {FLAGS[letter]?.map(([colour, path]) => (
            <path key={path} d={path} className={FLAG_FILLS[colour]} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Along the line from the masthead to the stern, each flag turned a little further by the wind. */
const HOIST = [
  { letter: "H", x: 101, y: 72, turn: -10 },
  { letter: "A", x: 114, y: 133, turn: -12 },
  { letter: "L", x: 130, y: 194, turn: -15 },
  { letter: "Y", x: 150, y: 254, turn: -18 },
  { letter: "A", x: 174, y: 313, turn: -21 },
  { letter: "R", x: 201, y: 370, turn: -24 },
  { letter: "D", x: 231, y: 426, turn: -27 },
];

const GLINTS = [
  [266, 488, 74],
  [284, 504, 60],
  [262, 520, 40],
  [304, 536, 34],
] as const;

const SWELLS = [
  "M-10 596q22-12 44 0t44 0 44 0 44 0 44 0 44 0 44 0 44 0 44 0",
  "M-30 616q22-12 44 0t44 0 44 0 44 0 44 0 44 0 44 0 44 0 44 0",
];
