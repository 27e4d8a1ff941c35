import { useId } from "react";
import { SHOP } from "@/lib/platform/shop-identity";
import { type BagLook, bagLooks } from "./bag-looks";

const OUTLINE = "M57 66H263q7 0 8 8l10 306q0 14-14 14H53q-14 0-14-14L49 74q1-8 8-8Z";

/** A bag of coffee: the same pouch every time, printed in the coffee's colours with a scene of its own. */
export function Bag({ slug, name, origin, className }: Props) {
  const id = useId();
  const look = bagLooks[slug];
  if (!look) return null;
  return (
    <svg viewBox="0 0 320 420" role="img" aria-label={`A bag of ${name}`} className={className}>
      <defs>
        <clipPath id={`${id}clip`}>
          <path d={OUTLINE} />
        </clipPath>
        <linearGradient id={`${id}light`}>
          <stop offset="0" stopColor="#000" stopOpacity=".2" />
          <stop offset=".1" stopColor="#fff" stopOpacity=".05" />
          <stop offset=".26" stopColor="#fff" stopOpacity=".16" />
          <stop offset=".55" stopColor="#fff" stopOpacity="0" />
          <stop offset=".9" stopColor="#000" stopOpacity=".1" />
          <stop offset="1" stopColor="#000" stopOpacity=".28" />
        </linearGradient>
        <radialGradient id={`${id}floor`}>
          <stop offset="0" stopColor="#000" stopOpacity=".3" />
          <stop offset="1" stopColor="#000" stopOpacity="0" />
        </radialGradient>
      </defs>
      <ellipse cx="160" cy="396" rx="146" ry="15" fill={`url(#${id}floor)`} />
      <g clipPath={`url(#${id}clip)`}>
        <path d={OUTLINE} fill={look.bag} />
        {look.scene}
        <path d={OUTLINE} fill={`url(#${id}light)`} />
        <g fill="none" stroke="#000" strokeOpacity=".13" strokeWidth="1.5">
          <path d="M70 66q-9 160-14 330M250 66q9 160 14 330" />
          <path d="M40 372q120 14 240 0" />
        </g>
        <path d="M160 66v28" stroke="#fff" strokeOpacity=".1" strokeWidth="1.5" />
      </g>
      <Label look={look} name={name} origin={origin} />
      <Fold look={look} id={id} />
    </svg>
  );
}

type Props = { slug: string; name: string; origin: string; className?: string };

function Label({ look, name, origin }: { look: BagLook; name: string; origin: string }) {
  return (
    <g fill={look.ink} textAnchor="middle" className="font-display">
      <g transform="translate(160 104)">
        <path d="M-44 0h-24M44 0h24" stroke={look.ink} strokeWidth="1" opacity=".6" />
        <text y="3.5" fontSize="10" fontWeight="700" letterSpacing="3">
          {SHOP.shortName.toUpperCase()}
        </text>
      </g>
      <text x="160" y="150" fontSize="33" fontWeight="750" letterSpacing="-.6">
        {name}
      </text>
      <text x="160" y="172" fontSize="10.5" fontWeight="600" letterSpacing="1.2" opacity=".85">
        {origin.toUpperCase()}
      </text>
    </g>
  );
}

/** The rolled top and the tin tie that holds it. */
function Fold({ look, id }: { look: BagLook; id: string }) {
  return (
    <g>
      <path d="M56 32h208q5 0 5.5 5l2 32q-112 9-223 0l2-32q.5-5 5.5-5Z" fill={look.bag} />
      <path d="M56 32h208q5 0 5.5 5l2 32q-112 9-223 0l2-32q.5-5 5.5-5Z" fill="#000" opacity=".1" />
      <path d="M56 32h208q5 0 5.5 5l2 32q-112 9-223 0l2-32q.5-5 5.5-5Z" fill={`url(#${id}light)`} />
      <path d="M53 44q107 5 214 0" stroke="#000" strokeOpacity=".16" fill="none" strokeWidth="1.5" />
      <rect x="41" y="50" width="238" height="10" rx="5" fill={look.tie} />
      <rect x="41" y="50" width="238" height="4" rx="2" fill="#fff" opacity=".25" />
    </g>
  );
}
