/** Sun going down behind a coast seen at last. */
export function Landfall() {
  return (
    <g>
      <g fill="none" stroke="#f0a04b" strokeWidth="1.5">
        <circle cx="160" cy="276" r="92" opacity=".25" />
        <circle cx="160" cy="276" r="78" opacity=".5" />
      </g>
      <circle cx="160" cy="276" r="64" fill="#f0a04b" />
      <path d="M20 322 70 278l32 26 44-46 40 44 30-22 38 30 46-28v130H20Z" fill="#c8573a" />
      <path d="m146 258 40 44 30-22 8 7-30 26-52-26-22 10Z" fill="#e07a4f" opacity=".75" />
      <path d="m70 278 32 26 10-10 14 22-40-6-30 16Z" fill="#e07a4f" opacity=".75" />
      <path d="M20 336q46-24 96-6t100-2q44-14 104 4v80H20Z" fill="#7c2f2c" />
      <path d="M20 350q70-16 140 0t160-4v60H20Z" fill="#0e2338" />
      <g fill="none" stroke="#f7e9d0" strokeWidth="1.6" strokeLinecap="round" opacity=".8">
        <path d="M104 362q10-5 20 0t20 0 20 0 20 0 20 0" />
        <path d="M62 374q10-5 20 0t20 0 20 0M196 374q10-5 20 0t20 0 20 0" opacity=".6" />
        <path d="M122 385q10-5 20 0t20 0 20 0 20 0" opacity=".4" />
      </g>
    </g>
  );
}

/** The first quarter of an hour of the day. */
export function FirstLight() {
  return (
    <g>
      <circle cx="160" cy="330" r="132" fill="#f7c9a4" />
      <circle cx="160" cy="330" r="106" fill="#f3ab83" />
      <circle cx="160" cy="330" r="80" fill="#ec8763" />
      <circle cx="160" cy="330" r="54" fill="#dd6249" />
      <circle cx="160" cy="330" r="30" fill="#fff4e1" />
      <g stroke="#fff4e1" strokeWidth="2" strokeLinecap="round" opacity=".9">
        <path d="M92 236q8-8 15 0 7-8 15 0M214 252q6-6 11 0 6-6 11 0" fill="none" stroke="#7b2d32" />
      </g>
      <rect x="20" y="330" width="280" height="80" fill="#7b2d32" />
      <g stroke="#f3ab83" strokeLinecap="round" strokeWidth="3">
        <path d="M118 338h84" stroke="#fff4e1" />
        <path d="M132 347h70M104 347h14" />
        <path d="M112 357h50M176 357h34" opacity=".85" />
        <path d="M140 367h46M90 367h26M206 367h18" opacity=".65" />
        <path d="M122 378h28M168 378h40" opacity=".45" />
      </g>
    </g>
  );
}

/** Green hills, white water, a good offing. */
export function LeeShore() {
  return (
    <g>
      <circle cx="222" cy="222" r="24" fill="#e7ac45" />
      <path d="m20 300 66-82 40 44 46-60 54 66 30-30 64 62v110H20Z" fill="#a5c7b0" />
      <path d="m172 202 54 66-24 6-20-22-14 16-22-12Z" fill="#c4dcc9" />
      <path d="m86 218 40 44-16 8-20-14-14 20-18-24Z" fill="#c4dcc9" />
      <path d="m20 330 54-56 48 42 46-52 56 58 34-26 62 40v70H20Z" fill="#529179" />
      <path d="m168 264 56 58-28 4-22-24-20 18-14-22Z" fill="#6fab91" />
      <path d="M20 352q40-30 92-18t92 4q52-16 116 8v60H20Z" fill="#1d4a44" />
      <path d="M20 364q18-14 36 0t36 0 36 0 36 0 36 0 36 0 36 0 36 0v50H20Z" fill="#f8f4e8" />
      <path d="M20 373q18-14 36 0t36 0 36 0 36 0 36 0 36 0 36 0 36 0v50H20Z" fill="#7fb8bd" />
      <path d="M20 384q18-10 36 0t36 0 36 0 36 0 36 0 36 0 36 0 36 0v50H20Z" fill="#3d8790" />
    </g>
  );
}
