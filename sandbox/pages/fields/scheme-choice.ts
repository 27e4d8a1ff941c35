import { networkTitle } from "../../client/card-brand";
import { brandMark } from "./brand-marks";

/** Merchant's order first, then the bank's. */
function byPreference(schemes: string[], preferred: string[]): string[] {
  const rank = (scheme: string) => {
    const place = preferred.indexOf(scheme);
    return place === -1 ? preferred.length : place;
  };
  return [...schemes].sort((a, b) => rank(a) - rank(b));
}

function drawOption(scheme: string, isChosen: boolean, choose: () => void) {
  const option = document.createElement("label");
  option.className = "choice";
  option.title = networkTitle(scheme);
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = "scheme";
  radio.value = scheme;
  radio.checked = isChosen;
  radio.ariaLabel = networkTitle(scheme);
  radio.addEventListener("change", choose);
  const mark = brandMark(scheme);
  mark.removeAttribute("role");
  mark.removeAttribute("aria-label");
  mark.setAttribute("aria-hidden", "true");
  option.append(radio, mark);
  return option;
}

/**
 * Lets the shopper choose the network of a co-badged card, as European rules want. The merchant's first preference
 * is chosen to begin with; what the shopper chooses goes into the card, and the page is not told.
 */
export function drawSchemeChoice(schemes: string[], preferred: string[], onChoose: (scheme: string) => void) {
  const ordered = byPreference(schemes, preferred);
  const group = document.createElement("div");
  group.className = "choices";
  group.setAttribute("role", "radiogroup");
  group.ariaLabel = "Card network";
  group.append(...ordered.map((scheme, place) => drawOption(scheme, place === 0, () => onChoose(scheme))));
  if (ordered[0]) onChoose(ordered[0]);
  return group;
}
