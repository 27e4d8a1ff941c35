/** A cutter on a broad reach, the wind drawn in. */
export function TradeWind() {
  return (
    <g>
      <g fill="none" stroke="#f2b59a" strokeWidth="2.5" strokeLinecap="round" opacity=".85">
        <path d="M30 226h66q18 0 18-13t-13-11q-8 1-8 8" />
        <path d="M30 240h128q20 0 20-15t-15-12q-10 2-8 10" opacity=".7" />
        <path d="M212 246h54q14 0 14-10t-10-9" opacity=".5" />
      </g>
      <path d="M172 214v122H98q46-44 74-122Z" fill="#fff1df" />
      <path d="M172 214v122h-22q26-52 22-122Z" fill="#ecd3b3" />
      <path d="M180 236q54 44 62 100h-62Z" fill="#17324f" />
      <path d="M180 236q20 50 18 100h-18Z" fill="#0f2439" />
      <path d="M174 204h4v140h-4Z" fill="#5d1614" />
      <path d="M176 204h24l-7 7 7 7h-24Z" fill="#f0b13f" />
      <path d="M86 342h168q-10 24-38 26h-92q-28-2-38-26Z" fill="#5d1614" />
      <path d="M92 348h156l-2.5 5H94.5Z" fill="#f0b13f" />
      <path d="M20 366q15-12 30 0t30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0v50H20Z" fill="#8d2622" />
      <path d="M5 380q15-10 30 0t30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0 30 0v40H5Z" fill="#6b1a18" />
    </g>
  );
}

/** A lighthouse doing its best. */
export function Fogbank() {
  return (
    <g>
      <path d="M196 226 30 196v56l166-20Z" fill="#f3d58c" opacity=".28" />
      <path d="m196 226-166-12v22l166-6Z" fill="#f3d58c" opacity=".5" />
      <path d="M206 226l114-22v44l-114-16Z" fill="#f3d58c" opacity=".22" />
      <path d="M188 246h26l8 130h-42Z" fill="#e4ebe9" />
      <path d="M186.2 276h29.6l1.6 26h-32.8ZM183 328h36l1.6 26h-39.2Z" fill="#b4533f" />
      <path d="M201 246h13l8 130h-21Z" fill="#1f2a30" opacity=".16" />
      <path d="M184 240h34v7h-34ZM190 218h22v22h-22Z" fill="#1f2a30" />
      <rect x="194" y="221" width="14" height="16" fill="#ffe7a6" />
      <path d="M187 218q14-18 28 0Z" fill="#b4533f" />
      <g>
        <path d="M20 296q30-16 62-4t66-2q34-10 62 4t110-6v130H20Z" fill="#5b6c73" opacity=".92" />
        <path d="M20 322q44-14 84-2t72-2 144 4v90H20Z" fill="#76898e" opacity=".92" />
        <path d="M20 346q34 10 76 0t86 2 138-6v70H20Z" fill="#97a9ab" opacity=".94" />
        <path d="M20 368q50-12 96-2t90 0 114-4v50H20Z" fill="#bccac9" opacity=".96" />
        <path d="M20 386q50-8 110 0t190-2v30H20Z" fill="#dbe4e2" />
      </g>
    </g>
  );
}

/** No current, either way. */
export function SlackTide() {
  return (
    <g>
      <g fill="#f5eedb">
        <circle cx="84" cy="218" r="1.8" />
        <circle cx="112" cy="204" r="1.2" />
        <circle cx="236" cy="210" r="1.8" />
        <circle cx="254" cy="240" r="1.2" />
        <circle cx="66" cy="256" r="1.2" />
      </g>
      <circle cx="160" cy="252" r="46" fill="#f5eedb" />
      <circle cx="146" cy="242" r="8" fill="#e5d8ba" />
      <circle cx="172" cy="262" r="12" fill="#e5d8ba" />
      <circle cx="166" cy="232" r="4.5" fill="#e5d8ba" />
      <rect x="20" y="316" width="280" height="90" fill="#174447" />
      <path d="M20 316q54-18 104-6l-30 6ZM300 316q-50-24-92-4l20 4Z" fill="#1f5256" />
      <g fill="none" stroke="#f5eedb">
        <ellipse cx="160" cy="350" rx="18" ry="5" fill="#f5eedb" stroke="none" />
        <ellipse cx="160" cy="350" rx="40" ry="11" strokeWidth="2.5" opacity=".8" />
        <ellipse cx="160" cy="350" rx="66" ry="18" strokeWidth="2" opacity=".5" />
        <ellipse cx="160" cy="350" rx="94" ry="26" strokeWidth="1.5" opacity=".32" />
        <ellipse cx="160" cy="350" rx="124" ry="34" strokeWidth="1.2" opacity=".2" />
      </g>
    </g>
  );
}
