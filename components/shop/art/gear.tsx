import { type ReactNode, useId } from "react";

/** The frame of every drawing of gear: the same space, floor and light as the bags. */
function Frame({ label, className, children }: FrameProps) {
  const id = useId();
  return (
    <svg viewBox="0 0 320 420" role="img" aria-label={label} className={className}>
      <defs>
        <radialGradient id={`${id}floor`}>
          <stop offset="0" stopColor="#000" stopOpacity=".3" />
          <stop offset="1" stopColor="#000" stopOpacity="0" />
        </radialGradient>
        {Object.entries(ramps).map(([name, stops]) => (
          <linearGradient key={name} id={`${id}${name}`}>
            {stops.map((color, index) => (
              <stop key={color} offset={offsets[index]} stopColor={color} />
            ))}
          </linearGradient>
        ))}
      </defs>
      <ellipse cx="160" cy="386" rx="140" ry="14" fill={`url(#${id}floor)`} />
      {children((name) => `url(#${id}${name})`)}
    </svg>
  );
}

type Paint = (name: keyof typeof ramps) => string;
type FrameProps = { label: string; className?: string; children: (paint: Paint) => ReactNode };
type Props = { className?: string };

/** Left edge, light, middle, right edge. */
const offsets = [0, 0.28, 0.62, 1];
const ramps = {
  enamel: ["#1b3d60", "#3a6a97", "#234d76", "#14304d"],
  brass: ["#8a5f22", "#eac67f", "#c9974a", "#7d551d"],
  steel: ["#8b9699", "#f3f5f4", "#b9c2c4", "#7c878a"],
  walnut: ["#4a2a15", "#8d5a35", "#6b3f22", "#3d2211"],
  cream: ["#d2c19d", "#fdf8ec", "#f1e6cf", "#cbb78e"],
  glaze: ["#5d7480", "#a9bdc4", "#7f99a4", "#4c626d"],
};

export function Kettle({ className }: Props) {
  return (
    <Frame label="The Cutter kettle" className={className}>
      {(paint) => (
        <>
          <path
            d="M92 330q-40-4-46-60-4-46-16-84-4-14-14-22l10-12q18 12 24 40 8 34 14 62 8 34 34 34Z"
            fill={paint("enamel")}
          />
          <path
            d="M104 196h124q10 0 12 10l22 158q2 18-16 18H86q-18 0-16-18l22-158q2-10 12-10Z"
            fill={paint("enamel")}
          />
          <path
            d="M113 214q-15 70-21 140"
            stroke="#fff"
            strokeOpacity=".3"
            strokeWidth="7"
            fill="none"
            strokeLinecap="round"
          />
          <path d="M72 352h188l2 14q1 16-16 16H86q-17 0-16-16Z" fill="#0d2035" opacity=".45" />
          <path d="M104 186h124q6 0 6 7v6H98v-6q0-7 6-7Z" fill={paint("brass")} />
          <path d="M112 186q6-26 54-26t54 26Z" fill={paint("enamel")} />
          <path
            d="M128 178q8-10 28-11"
            stroke="#fff"
            strokeOpacity=".35"
            strokeWidth="4"
            fill="none"
            strokeLinecap="round"
          />
          <path d="M160 160h12v-8h-12Z" fill={paint("brass")} />
          <circle cx="166" cy="142" r="12" fill={paint("walnut")} />
          <path
            d="M236 214q52-10 54 50 2 52-38 70"
            fill="none"
            stroke={paint("brass")}
            strokeWidth="9"
            strokeLinecap="round"
          />
          <path
            d="M284 226q12 46-8 84"
            fill="none"
            stroke={paint("walnut")}
            strokeWidth="20"
            strokeLinecap="round"
          />
          <circle cx="150" cy="288" r="22" fill={paint("brass")} />
          <circle cx="150" cy="288" r="17" fill="#fbf6ea" />
          <path d="M150 288l8-9" stroke="#c9472f" strokeWidth="2.5" strokeLinecap="round" />
          <path
            d="M139 296a13 13 0 1 1 22 0"
            fill="none"
            stroke="#17324f"
            strokeWidth="1.8"
            strokeDasharray="1.5 3.5"
          />
        </>
      )}
    </Frame>
  );
}

export function Grinder({ className }: Props) {
  return (
    <Frame label="The Capstan hand grinder" className={className}>
      {(paint) => (
        <>
          <path d="M160 92 268 66" stroke={paint("steel")} strokeWidth="10" strokeLinecap="round" />
          <path d="M160 90 266 64" stroke="#fff" strokeOpacity=".5" strokeWidth="2.5" strokeLinecap="round" />
          <path d="M262 46q0-14 12-14t12 14l-3 24h-18Z" fill={paint("walnut")} />
          <circle cx="274" cy="34" r="14" fill={paint("walnut")} />
          <path d="M148 84h24v26h-24Z" fill={paint("brass")} />
          <circle cx="160" cy="86" r="11" fill={paint("brass")} />
          <path d="M106 118q54-26 108 0l4 16H102Z" fill={paint("steel")} />
          <path d="M102 132h116v112q0 6-6 6H108q-6 0-6-6Z" fill={paint("enamel")} />
          <path d="M118 142v98" stroke="#fff" strokeOpacity=".28" strokeWidth="7" strokeLinecap="round" />
          <path d="M98 246h124v18H98Z" fill={paint("brass")} />
          <path
            d="M104 250v10M116 250v10M128 250v10M140 250v10M152 250v10M164 250v10M176 250v10M188 250v10M200 250v10M212 250v10"
            stroke="#5c3d12"
            strokeOpacity=".55"
            strokeWidth="2"
          />
          <path d="M106 264h108l-4 108q-1 10-12 10h-76q-11 0-12-10Z" fill={paint("walnut")} />
          <path
            d="M124 276q-1 50 3 96M150 268q6 54-2 112M184 270q-6 50 4 108"
            stroke="#2c170a"
            strokeOpacity=".28"
            strokeWidth="2.5"
            fill="none"
          />
          <text
            x="162"
            y="198"
            textAnchor="middle"
            fontSize="17"
            fontWeight="750"
            fill="#f7e9d0"
            className="font-display"
          >
            Capstan
          </text>
          <path d="M136 208h52" stroke="#f7e9d0" strokeWidth="1.5" opacity=".5" />
        </>
      )}
    </Frame>
  );
}

export function Dripper({ className }: Props) {
  return (
    <Frame label="The Keel dripper and server" className={className}>
      {(paint) => (
        <>
          <path d="M84 78q76-34 152 0l-6 16H90Z" fill="#e6d3ae" />
          <path d="M72 92h176q5 0 4 6l-44 112h-96L68 98q-1-6 4-6Z" fill={paint("cream")} />
          <path
            d="m112 104 24 98M160 104v98M208 104l-24 98"
            stroke="#b9a679"
            strokeOpacity=".5"
            strokeWidth="2.5"
          />
          <path d="M72 92h176q4 0 4 5l-2 7H70l-2-7q0-5 4-5Z" fill="#17324f" />
          <path d="M246 120q40-6 36 26-4 30-52 34" fill="none" stroke={paint("cream")} strokeWidth="13" />
          <path d="M96 208h128q6 0 6 7t-6 7H96q-6 0-6-7t6-7Z" fill={paint("cream")} />
          <path
            d="M112 222h96v12q0 8 8 16 34 32 34 78 0 52-42 54h-96q-42-2-42-54 0-46 34-78 8-8 8-16Z"
            fill="#cfe0e2"
            opacity=".62"
          />
          <path d="M74 300q86-14 172 0 4 14 4 28 0 48-42 50h-96q-42-2-42-50 0-14 4-28Z" fill="#4a2411" />
          <path d="M74 300q86 16 172 0-86-16-172 0Z" fill="#7a4222" />
          <path
            d="M92 270q-14 30-10 62"
            stroke="#fff"
            strokeOpacity=".75"
            strokeWidth="6"
            fill="none"
            strokeLinecap="round"
          />
          <path d="M112 234h96v10h-96Z" fill={paint("walnut")} />
          <path d="M232 266h14M236 286h12" stroke="#fff" strokeOpacity=".8" strokeWidth="2" />
          <path
            d="M160 236v50"
            stroke="#5d2f17"
            strokeWidth="2.5"
            strokeDasharray="10 6"
            strokeLinecap="round"
          />
        </>
      )}
    </Frame>
  );
}

export function Mug({ className }: Props) {
  return (
    <Frame label="The Ditty mug" className={className}>
      {(paint) => (
        <>
          <path
            d="M232 204q62-14 58 46-4 56-66 62"
            fill="none"
            stroke={paint("glaze")}
            strokeWidth="20"
            strokeLinecap="round"
          />
          <path d="M70 156h172l-8 190q-2 36-40 36h-76q-38 0-40-36Z" fill={paint("cream")} />
          <path d="M70.5 166h171l-5 118q-40-22-84 2-38 20-77-2Z" fill={paint("glaze")} />
          <path d="M75 284q39 22 77 2 44-24 84-2l-.5 11q-40-20-82 3-40 20-78-1Z" fill="#fff" opacity=".35" />
          <ellipse cx="156" cy="157" rx="86" ry="19" fill="#e9dcc0" />
          <ellipse cx="156" cy="159" rx="76" ry="14" fill="#4a2411" />
          <path d="M92 160q30-12 64-12t64 12q-26-6-64-6t-64 6Z" fill="#8a5430" />
          <path
            d="M92 188q2 90 10 150"
            stroke="#fff"
            strokeOpacity=".4"
            strokeWidth="8"
            fill="none"
            strokeLinecap="round"
          />
          <g fill="none" stroke="#9aa7a9" strokeWidth="5" strokeLinecap="round" opacity=".45">
            <path d="M128 124q-16-18 0-36t0-36" />
            <path d="M162 116q-16-18 0-36t0-36" />
            <path d="M196 124q-16-18 0-36t0-36" />
          </g>
        </>
      )}
    </Frame>
  );
}
