import type { Gear } from "./product";

export const gear: readonly Gear[] = [
  {
    kind: "gear",
    slug: "bosun-espresso-machine",
    name: "Bosun",
    tagline: "An espresso machine with one boiler, two levers and no opinions.",
    story: [
      "Built for us by a small works in Bergamo that used to make ship's valves. Brass group, pressure you set by hand, a steam wand that means it, and every part replaceable with one spanner.",
      "There is no screen. It is ready when the needle stands up.",
    ],
    facts: [
      ["Boiler", "1.4 l copper, rotary pump"],
      ["Size", "34 × 42 × 38 cm, 19 kg"],
      ["Power", "1,350 W"],
      ["Warranty", "Five years, parts and temper"],
    ],
    prices: { EUR: 129000, GBP: 112000, USD: 142000, JPY: 209000 },
  },
  {
    kind: "gear",
    slug: "capstan-grinder",
    name: "Capstan",
    tagline: "A hand grinder that turns like a good winch.",
    story: [
      "Forty-eight steel teeth, a walnut handle and a stop you can feel in the dark. Ground for two takes a minute and wakes nobody.",
    ],
    facts: [
      ["Burrs", "48 mm conical steel"],
      ["Holds", "35 g"],
      ["Weight", "610 g"],
    ],
    prices: { EUR: 14900, GBP: 12900, USD: 16500, JPY: 24500 },
  },
  {
    kind: "gear",
    slug: "cutter-kettle",
    name: "Cutter",
    tagline: "A gooseneck kettle, enamelled the blue of our front door.",
    story: [
      "Pours as slowly as you ask it to. The handle stays cool, the lid stays on, and the thermometer tells the truth to within a degree.",
    ],
    facts: [
      ["Holds", "0.9 l"],
      ["Heats on", "Gas, electric, induction"],
      ["Made of", "Enamelled steel, beech"],
    ],
    prices: { EUR: 7900, GBP: 6900, USD: 8900, JPY: 12900 },
  },
  {
    kind: "gear",
    slug: "keel-dripper",
    name: "Keel",
    tagline: "Porcelain dripper and glass server, for one or for three.",
    story: [
      "A steep cone with six straight ribs, thrown by a potter two streets up. The server has marks at two, three and four cups, because nobody weighs water on a Monday.",
    ],
    facts: [
      ["Takes", "Size 02 papers"],
      ["Server", "600 ml borosilicate glass"],
      ["Dishwasher", "Yes"],
    ],
    prices: { EUR: 4600, GBP: 3950, USD: 4900, JPY: 7200 },
  },
  {
    kind: "gear",
    slug: "ditty-mug",
    name: "Ditty",
    tagline: "Stoneware, 300 ml, with a foot that does not slide.",
    story: [
      "Heavy at the bottom, thin at the lip, and glazed in the two colours the sea is here: grey, and Tuesday.",
    ],
    facts: [
      ["Holds", "300 ml"],
      ["Made in", "The same town as the coffee"],
      ["Dishwasher", "Yes"],
    ],
    prices: { EUR: 1900, GBP: 1650, USD: 2100, JPY: 3000 },
  },
];
