import { useId } from "react";

/** The Bosun: enamelled body, brass lever group, one gauge. */
export function Machine({ className }: { className?: string }) {
  const id = useId();
  return (
    <svg viewBox="0 0 320 420" role="img" aria-label="The Bosun espresso machine" className={className}>
      <defs>
        <linearGradient id={`${id}body`}>
          <stop offset="0" stopColor="#1b3d60" />
          <stop offset=".22" stopColor="#33618c" />
          <stop offset=".6" stopColor="#234d76" />
          <stop offset="1" stopColor="#14304d" />
        </linearGradient>
        <linearGradient id={`${id}brass`}>
          <stop offset="0" stopColor="#8a5f22" />
          <stop offset=".3" stopColor="#eac67f" />
          <stop offset=".6" stopColor="#c9974a" />
          <stop offset="1" stopColor="#7d551d" />
        </linearGradient>
        <linearGradient id={`${id}steel`} x2="0" y2="1">
          <stop offset="0" stopColor="#f3f5f4" />
          <stop offset=".5" stopColor="#b9c2c4" />
          <stop offset="1" stopColor="#8b9699" />
        </linearGradient>
        <radialGradient id={`${id}floor`}>
          <stop offset="0" stopColor="#000" stopOpacity=".3" />
          <stop offset="1" stopColor="#000" stopOpacity="0" />
        </radialGradient>
      </defs>
      <ellipse cx="160" cy="392" rx="156" ry="15" fill={`url(#${id}floor)`} />
      <Rail steel={`url(#${id}steel)`} />
      <path d="M44 132q0-20 20-20h192q20 0 20 20v42H44Z" fill={`url(#${id}body)`} />
      <path d="M190 172h86v206h-86ZM44 172h14v206H44Z" fill={`url(#${id}body)`} />
      <path d="M58 172h132v206H58Z" fill="#0d2035" />
      <path d="M58 172h132v16H58Z" fill="#000" opacity=".35" />
      <path
        d="M44 128q0-16 20-16h192q20 0 20 16l-2 3q-2-12-18-12H64q-16 0-18 12Z"
        fill="#fff"
        opacity=".22"
      />
      <path d="M34 366h252q8 0 8 8v6q0 8-8 8H34q-8 0-8-8v-6q0-8 8-8Z" fill={`url(#${id}steel)`} />
      <path d="M62 358h124v10H62Z" fill="#5f6b6f" />
      <path d="M66 360h116" stroke="#dfe5e5" strokeWidth="2" strokeDasharray="4 4" />
      <Group brass={`url(#${id}brass)`} steel={`url(#${id}steel)`} />
      <Cup />
      <Gauge brass={`url(#${id}brass)`} />
      <Steam steel={`url(#${id}steel)`} brass={`url(#${id}brass)`} />
    </svg>
  );
}

/** Cups keep warm on top, behind a rail. */
function Rail({ steel }: { steel: string }) {
  return (
    <g>
      <path d="M84 112q-3-24-3-24h34s0 14-4 24ZM128 112q-3-24-3-24h34s0 14-4 24Z" fill="#f5ecda" />
      <path d="M104 88h11s0 14-4 24h-12q5-10 5-24ZM148 88h11s0 14-4 24h-12q5-10 5-24Z" fill="#d9c9a9" />
      <path d="M81 93h34M125 93h34" stroke="#c9472f" strokeWidth="3" />
      <g fill="none" stroke={steel} strokeWidth="4" strokeLinecap="round">
        <path d="M56 112V98M264 112V98M160 112V98M52 98h216" />
      </g>
    </g>
  );
}

function Group({ brass, steel }: { brass: string; steel: string }) {
  return (
    <g>
      <path d="M112 104q0-10 12-10t12 10v70h-24Z" fill={brass} />
      <path d="M120 100 92 30" stroke={steel} strokeWidth="7" strokeLinecap="round" />
      <path d="M94 34 83 7" stroke="#6b3f22" strokeWidth="15" strokeLinecap="round" />
      <path d="M91 32 80 6" stroke="#8d5a35" strokeWidth="4" strokeLinecap="round" />
      <path d="M94 172h60v22q0 10-10 10h-40q-10 0-10-10Z" fill={brass} />
      <path d="M98 204h52v16q0 8-8 8h-36q-8 0-8-8Z" fill={steel} />
      <path d="M100 210H70" stroke={steel} strokeWidth="9" />
      <path d="M74 210H34" stroke="#6b3f22" strokeWidth="16" strokeLinecap="round" />
      <path d="M72 206H36" stroke="#8d5a35" strokeWidth="4" strokeLinecap="round" />
      <path d="M112 228h24l-3 14h-5l-2-6h-4l-2 6h-5Z" fill="#8b9699" />
      <path d="M118 242v62M130 242v62" stroke="#6b3514" strokeWidth="2.5" strokeLinecap="round" />
    </g>
  );
}

function Cup() {
  return (
    <g>
      <path d="M98 302h52q0 40-14 56h-24q-14-16-14-56Z" fill="#f8f1e2" />
      <path d="M132 302h18q0 40-14 56h-12q10-20 8-56Z" fill="#dccdb0" />
      <path d="M149 312q20-4 18 12-2 14-24 16" fill="none" stroke="#e9dcc2" strokeWidth="6" />
      <path d="M98.5 312h51" stroke="#c9472f" strokeWidth="3.5" />
    </g>
  );
}

function Gauge({ brass }: { brass: string }) {
  return (
    <g>
      <circle cx="233" cy="216" r="29" fill={brass} />
      <circle cx="233" cy="216" r="23" fill="#fbf6ea" />
      <path
        d="M217 226a18 18 0 1 1 32 0"
        fill="none"
        stroke="#17324f"
        strokeWidth="2"
        strokeDasharray="1.5 4"
      />
      <path d="M240 203a18 18 0 0 1 9 22" fill="none" stroke="#c9472f" strokeWidth="4" />
      <path d="M233 216V201" stroke="#17324f" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="233" cy="216" r="3.5" fill="#17324f" />
      <text
        x="233"
        y="146"
        textAnchor="middle"
        fontSize="17"
        fontWeight="750"
        fill="#f7e9d0"
        className="font-display"
      >
        Bosun
      </text>
      <circle cx="215" cy="268" r="6" fill={brass} />
      <circle cx="251" cy="268" r="6" fill="#ffb454" />
      <circle cx="251" cy="268" r="10" fill="#ffb454" opacity=".25" />
    </g>
  );
}

function Steam({ steel, brass }: { steel: string; brass: string }) {
  return (
    <g fill="none" strokeLinecap="round">
      <path d="M276 158h14" stroke={steel} strokeWidth="8" />
      <path d="M290 158q8 2 8 14l-4 132" stroke={steel} strokeWidth="7" />
      <path d="M291 142v26" stroke="#6b3f22" strokeWidth="13" />
      <path d="m294 296-.5 14" stroke={brass} strokeWidth="9" />
    </g>
  );
}
