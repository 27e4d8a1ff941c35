import { networkTitle } from "../../client/card-brand";

const frame = (background: string, drawing: string) =>
  `<rect width="36" height="24" rx="3.5" fill="${background}"/>${drawing}`;

const word = (text: string, fill: string, size: number, extra = "") =>
  `<text x="18" y="12" dy="0.36em" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="800" font-size="${size}" fill="${fill}" ${extra}>${text}</text>`;

const drawings: Record<string, string> = {
  visa: frame("#1a1f71", word("VISA", "#fff", 11, 'font-style="italic"')),
  mastercard: frame(
    "#252525",
    '<circle cx="14" cy="12" r="6.5" fill="#eb001b"/><circle cx="22" cy="12" r="6.5" fill="#f79e1b"/><path d="M18 6.9a6.5 6.5 0 0 1 0 10.2 6.5 6.5 0 0 1 0-10.2" fill="#ff5f00"/>',
  ),
  "american express": frame("#016fd0", word("AMEX", "#fff", 9.5)),
  "carte bancaire": frame("#0b5d3b", word("CB", "#fff", 13)),
  "diners club": frame(
    "#0a3a66",
    '<circle cx="18" cy="12" r="7" fill="#fff"/><path d="M16 7v10a5 5 0 0 1 0-10m4 0a5 5 0 0 1 0 10z" fill="#0a3a66"/>',
  ),
  discover: frame("#fff", `<circle cx="27" cy="15" r="7" fill="#f27712"/>${word("DISC", "#1b1b1b", 9)}`),
  jcb: frame(
    "#fff",
    '<rect x="7" y="4" width="6" height="16" rx="2" fill="#0b4ea2"/><rect x="15" y="4" width="6" height="16" rx="2" fill="#c8102e"/><rect x="23" y="4" width="6" height="16" rx="2" fill="#007b40"/>',
  ),
  "china union pay": frame("#00447c", word("UP", "#fff", 12)),
  maestro: frame(
    "#fff",
    '<circle cx="14" cy="12" r="6.5" fill="#0099df"/><circle cx="22" cy="12" r="6.5" fill="#eb001b"/>',
  ),
};

const plain = frame(
  "#8a94a0",
  '<rect y="6" width="36" height="4" fill="#5c6670"/><rect x="5" y="15" width="12" height="3" rx="1" fill="#dfe4e8"/>',
);
const warning =
  '<circle cx="12" cy="12" r="9" fill="none" stroke="#d64545" stroke-width="2"/><path d="M12 7v6m0 3.5v.5" stroke="#d64545" stroke-width="2.2" stroke-linecap="round"/>';

function drawMark(viewBox: string, drawing: string, title?: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("class", "mark");
  if (title) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", title);
  } else svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = drawing;
  return svg;
}

/** A mark of our own drawing for a card network; a plain card when the network is not known. */
export function brandMark(name: string): SVGSVGElement {
  return drawMark("0 0 36 24", drawings[name] ?? plain, drawings[name] && networkTitle(name));
}

export function warningMark(): SVGSVGElement {
  return drawMark("0 0 24 24", warning);
}
