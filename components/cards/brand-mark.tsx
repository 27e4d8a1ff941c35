import type { ReactNode } from "react";
import { brandName, plainBrand } from "@/lib/cards/card";
import { lookUp } from "@/lib/platform/typed-text";

type Props = { brand: string | null; className?: string };

/** The network's mark on a white plate, so that it is readable on any background. Drawn inline: nothing is downloaded. */
export function BrandMark({ brand, className }: Props) {
  const Mark = lookUp(MARKS, plainBrand(brand));
  return (
    <svg viewBox="0 0 48 30" role="img" aria-label={brandName(brand)} className={className}>
      <rect x=".5" y=".5" width="47" height="29" rx="4.5" fill="#fff" stroke="#10242e" strokeOpacity=".18" />
      {Mark ? <Mark /> : <UnknownMark name={brandName(brand)} />}
    </svg>
  );
}

const UnknownMark = ({ name }: { name: string }) => (
  <text x="24" y="18.5" textAnchor="middle" fontSize="8" fontWeight="700" fill="#4a5d67">
    {name.slice(0, 9)}
  </text>
);

type Word = { children: string; fill: string; size?: number; y?: number; x?: number; isItalic?: boolean };

const Word = ({ children, fill, size = 11, y = 19, x = 24, isItalic }: Word) => (
  <text
    x={x}
    y={y}
    textAnchor="middle"
    fontFamily="var(--font-display)"
    fontSize={size}
    fontWeight="800"
    fontStyle={isItalic ? "italic" : undefined}
    letterSpacing="-.02em"
    fill={fill}
  >
    {children}
  </text>
);

const Visa = () => (
  <Word fill="#1a1f71" size={15} y={20.5} isItalic>
    VISA
  </Word>
);

const twoDiscs = (left: string, middle: string, right: string) => (
  <>
    <circle cx="19" cy="15" r="9" fill={left} />
    <circle cx="29" cy="15" r="9" fill={right} />
    <path d="M24 7.52a9 9 0 0 1 0 14.96 9 9 0 0 1 0-14.96Z" fill={middle} />
  </>
);

const Mastercard = () => twoDiscs("#eb001b", "#ff5f00", "#f79e1b");
const Maestro = () => twoDiscs("#eb001b", "#6c6bbd", "#00a2e5");

const Amex = () => (
  <>
    <rect x="1" y="1" width="46" height="28" rx="4" fill="#016fd0" />
    <Word fill="#fff" size={12}>
      AMEX
    </Word>
  </>
);

const CarteBancaire = () => (
  <>
    <rect x="7" y="6" width="34" height="18" rx="9" fill="#0a4a8f" />
    <path d="M24 6h8a9 9 0 0 1 0 18h-8Z" fill="#1f8a4c" />
    <Word fill="#fff" size={13} y={19.5}>
      CB
    </Word>
  </>
);

const Diners = () => (
  <>
    <circle cx="24" cy="15" r="10" fill="#0069aa" />
    <path d="M21.5 8.4a7 7 0 0 0 0 13.2Zm5 0v13.2a7 7 0 0 0 0-13.2Z" fill="#fff" />
  </>
);

const Discover = () => (
  <>
    <Word fill="#10242e" size={8} y={18} x={20}>
      DISC VER
    </Word>
    <circle cx="21.2" cy="15.2" r="3.4" fill="#f47216" />
    <path d="M30 29.5h13a4.5 4.5 0 0 0 4.5-4.5v-5.5C43 24 37 27.6 30 29.5Z" fill="#f47216" />
  </>
);

const column = (x: number, fill: string, letter: string): ReactNode => (
  <>
    <path d={`M${x} 9.5a4 4 0 0 1 4-4h4.5v15a4 4 0 0 1-4 4H${x}Z`} fill={fill} />
    <Word fill="#fff" size={8} y={18} x={x + 4.25}>
      {letter}
    </Word>
  </>
);

const Jcb = () => (
  <g>
    {column(10, "#0b4ea2", "J")}
    {column(19.75, "#c8102e", "C")}
    {column(29.5, "#00873c", "B")}
  </g>
);

const UnionPay = () => (
  <>
    <path d="M12 6h9l-4 18H8Z" fill="#d10429" />
    <path d="M21 6h10l-4 18H17Z" fill="#022e64" />
    <path d="M31 6h9l-4 18h-9Z" fill="#076f74" />
  </>
);

/** By ProcessOut's scheme name. Other networks are written as text. */
const MARKS: Record<string, (() => ReactNode) | undefined> = {
  visa: Visa,
  mastercard: Mastercard,
  maestro: Maestro,
  "american express": Amex,
  "carte bancaire": CarteBancaire,
  "diners club": Diners,
  discover: Discover,
  jcb: Jcb,
  "china union pay": UnionPay,
  "union pay": UnionPay,
};
