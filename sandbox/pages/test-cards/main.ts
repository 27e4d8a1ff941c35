import { fillFields } from "./fill-fields";

type Scenario = { name: string; number: string; title: string; description: string; outcome: string };

/** Shown before a search: what a shopper meets first, in the words that people use for it. */
const FIRST: Pick<Scenario, "name" | "title" | "description">[] = [
  { name: "visa", title: "Saved at once", description: "Approved" },
  { name: "challenge", title: "Bank asks", description: "3-D Secure" },
  { name: "frictionless", title: "No questions asked", description: "Frictionless" },
  { name: "no-money", title: "No money", description: "Declined" },
  { name: "carte-bancaire", title: "Two networks", description: "CB and Visa" },
  { name: "async-success", title: "Answers later", description: "After 15 seconds" },
  { name: "expired", title: "Card expired", description: "Declined" },
  { name: "stolen", title: "Stolen", description: "Declined" },
];

const search = find<HTMLInputElement>("search");
const list = find("cards");
const status = find("status");

fetch("/_sandbox/scenarios")
  .then((response) => response.json())
  .then(({ scenarios }: { scenarios: Scenario[] }) => {
    const show = () =>
      list.replaceChildren(...choose(scenarios, search.value.trim().toLowerCase()).map(draw));
    search.addEventListener("input", show);
    show();
  })
  .catch(() => say("The sandbox did not answer. Reload the page."));

/** The first eight, or every scenario that the words of a search name. */
function choose(scenarios: Scenario[], words: string): Scenario[] {
  const found = words
    ? scenarios.filter((scenario) => textOf(scenario).includes(words))
    : FIRST.flatMap((first) =>
        scenarios.filter(({ name }) => name === first.name).map((scenario) => ({ ...scenario, ...first })),
      );
  say(found.length === 0 ? "No test card matches." : "");
  return found;
}

/** What a search finds a card by: its own words, those of its button, and its number with and without spaces. */
function textOf({ name, number, title, description, outcome }: Scenario): string {
  const first = FIRST.find((shown) => shown.name === name);
  const spaced = number.replace(/(.{4})(?=.)/g, "$1 ");
  const texts = [name, number, spaced, title, description, outcome, first?.title, first?.description];
  return texts.join("\n").toLowerCase();
}

function draw({ number, title, description }: Scenario): HTMLLIElement {
  const name = document.createElement("strong");
  name.textContent = title;
  const text = document.createElement("span");
  text.textContent = description;
  const button = document.createElement("button");
  button.type = "button";
  button.title = description;
  button.append(name, text);
  button.addEventListener("click", () =>
    say(
      fillFields(number)
        ? `${title}: •••• ${number.slice(-4)} is filled in.`
        : "There are no card fields on this page.",
    ),
  );
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function say(text: string) {
  status.textContent = text;
}

function find<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element as Kind;
}
