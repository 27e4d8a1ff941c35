import { likelyBrand, possibleBrands } from "../../client/card-brand";
import { parseNumber } from "../../client/card-number";
import { lookUpIIN } from "./api";
import { brandMark } from "./brand-marks";
import { drawSchemeChoice } from "./scheme-choice";

type Settings = {
  projectID: string;
  canChoose: boolean;
  preferred: string[];
  onBrand(cvcLength?: number): void;
};

const iinLength = 6;

/** The number field's view of the card's networks: the mark beside the input, and the choice of a co-badged card. */
export function watchNetworks(input: HTMLInputElement, marks: HTMLElement, settings: Settings) {
  let iin = "";
  let networks: string[] = [];
  let chosen: string | undefined;

  function draw() {
    const digits = parseNumber(input.value);
    if (settings.canChoose && networks.length > 1) {
      marks.replaceChildren(
        drawSchemeChoice(networks, settings.preferred, (scheme) => {
          chosen = scheme;
        }),
      );
    } else marks.replaceChildren(brandMark(networks[0] ?? likelyBrand(digits).name));
  }

  async function read() {
    const digits = parseNumber(input.value);
    const { cvcLength } = likelyBrand(digits);
    settings.onBrand(digits.length >= 2 ? cvcLength : undefined);
    const start = digits.length >= iinLength ? digits.slice(0, iinLength) : "";
    if (start === iin && start) return;
    iin = start;
    networks = [];
    chosen = undefined;
    draw();
    if (!start || !settings.canChoose) return;
    const known = await lookUpIIN(settings.projectID, start);
    // The shopper may have typed on meanwhile.
    if (iin !== start || !known) return;
    networks = [known.scheme, known.co_scheme].filter((name): name is string => Boolean(name));
    draw();
  }

  input.addEventListener("input", read);
  draw();

  return {
    chosenScheme: () => chosen,
    /** What the merchant's `input` handler gets. Never the number itself. */
    describe() {
      const digits = parseNumber(input.value);
      const likely = possibleBrands(digits.slice(0, iinLength)).map((brand) => brand.clientName);
      return {
        card_number_length: digits.length,
        card_iin: digits.slice(0, iinLength),
        schemes: networks.length > 0 ? networks : likely,
      };
    },
    read,
  };
}
