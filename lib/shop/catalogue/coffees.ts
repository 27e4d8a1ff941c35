import type { Coffee, Size } from "./product";

type Pair = readonly [EUR: number, GBP: number, USD: number, JPY: number];

const prices = ([EUR, GBP, USD, JPY]: Pair) => ({ EUR, GBP, USD, JPY });

const sizes = (bag: Pair, kilo: Pair): readonly Size[] => [
  { id: "250g", name: "250 g", prices: prices(bag) },
  { id: "1kg", name: "1 kg", prices: prices(kilo) },
];

export const coffees: readonly Coffee[] = [
  {
    kind: "coffee",
    slug: "landfall",
    name: "Landfall",
    tagline: "The house espresso. What we drink ourselves, at six, before the boats.",
    origin: "Brazil & Ethiopia",
    story: [
      "Two thirds Cerrado for weight, one third Sidama for the light in it. We have roasted Landfall every Tuesday since the first one, and the recipe has moved about as much as the harbour wall.",
      "It forgives a hurried grinder, a hard-water kettle and a heavy hand with the milk.",
    ],
    facts: [
      ["Grown by", "Family farms of the Cerrado; smallholders of Sidama"],
      ["Altitude", "1,100 to 2,000 m"],
      ["Process", "Natural and washed"],
      ["Best as", "Espresso, moka, with milk"],
    ],
    notes: ["Dark chocolate", "Hazelnut", "Dried fig"],
    roast: 4,
    sizes: sizes([1250, 1095, 1450, 2100], [4400, 3850, 5100, 7400]),
  },
  {
    kind: "coffee",
    slug: "first-light",
    name: "First Light",
    tagline: "Washed Guji, bright as the harbour at five in June.",
    origin: "Guji, Ethiopia",
    story: [
      "Picked by some four hundred families around Hambela and dried for a fortnight on raised beds. We stop the roast early and let the flowers speak.",
      "Brew it a little cooler than you think, and drink the second half first: it gets better as it cools.",
    ],
    facts: [
      ["Grown by", "Smallholders around Hambela"],
      ["Altitude", "1,950 to 2,250 m"],
      ["Variety", "Heirloom"],
      ["Process", "Washed"],
    ],
    notes: ["Jasmine", "Bergamot", "Apricot"],
    roast: 1,
    sizes: sizes([1550, 1350, 1790, 2600], [5600, 4900, 6500, 9400]),
  },
  {
    kind: "coffee",
    slug: "lee-shore",
    name: "Lee Shore",
    tagline: "Huila, washed. The one you give to people who say they just want coffee.",
    origin: "Huila, Colombia",
    story: [
      "From eleven small farms above San Agustín that share one mill and, they tell us, one opinion about fertiliser.",
      "Round, sweet and hard to get wrong, whichever way you brew it. Sailors avoid a lee shore. You need not.",
    ],
    facts: [
      ["Grown by", "Eleven farms, one mill"],
      ["Altitude", "1,650 to 1,850 m"],
      ["Variety", "Caturra, Castillo"],
      ["Process", "Washed"],
    ],
    notes: ["Red apple", "Caramel", "Almond"],
    roast: 3,
    sizes: sizes([1350, 1180, 1550, 2250], [4800, 4200, 5600, 8000]),
  },
  {
    kind: "coffee",
    slug: "trade-wind",
    name: "Trade Wind",
    tagline: "Nyeri AA. Blackcurrant, and then more blackcurrant.",
    origin: "Nyeri, Kenya",
    story: [
      "Double-fermented at the washing station and sorted until only the big ones are left. There are forty bags a year for us, and we plan around them.",
      "Loud, clean, a little bossy. Filter only, please.",
    ],
    facts: [
      ["Grown by", "Members of a Nyeri washing station"],
      ["Altitude", "1,750 m"],
      ["Variety", "SL28, SL34"],
      ["Process", "Washed, double fermentation"],
    ],
    notes: ["Blackcurrant", "Grapefruit", "Brown sugar"],
    roast: 2,
    sizes: sizes([1690, 1480, 1950, 2850], [6100, 5350, 7100, 10300]),
  },
  {
    kind: "coffee",
    slug: "fogbank",
    name: "Fogbank",
    tagline: "Low, heavy and quiet. For afternoons that have given up.",
    origin: "Kerinci, Sumatra",
    story: [
      "Hulled wet, the way it is done in Sumatra and nowhere else, from the volcano's wooded side. Thick enough to lose a lighthouse in.",
      "Make it in a cafetière, leave it alone for six minutes, and cancel something.",
    ],
    facts: [
      ["Grown by", "A co-operative of Kayu Aro"],
      ["Altitude", "1,400 to 1,700 m"],
      ["Variety", "Andung Sari, Sigarar Utang"],
      ["Process", "Wet-hulled"],
    ],
    notes: ["Cedar", "Cocoa", "Black cherry"],
    roast: 5,
    sizes: sizes([1390, 1220, 1590, 2350], [4950, 4330, 5750, 8300]),
  },
  {
    kind: "coffee",
    slug: "slack-tide",
    name: "Slack Tide",
    tagline: "The decaf. Nothing in, nothing out, and a good night after.",
    origin: "Chiapas, Mexico",
    story: [
      "Decaffeinated with nothing but mountain water, then roasted as if it mattered, because it does.",
      "We serve it after eight and have stopped saying that it is decaf. Nobody has noticed.",
    ],
    facts: [
      ["Grown by", "Families of the Sierra Madre"],
      ["Altitude", "1,200 to 1,600 m"],
      ["Process", "Washed, mountain-water decaf"],
      ["Caffeine", "Under 0.1%"],
    ],
    notes: ["Milk chocolate", "Orange", "Pecan"],
    roast: 3,
    sizes: sizes([1450, 1270, 1650, 2400], [5100, 4450, 5900, 8600]),
  },
];
