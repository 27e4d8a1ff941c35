/** The demo's customers, in the order they signed up. */
const NAMES = `
Ines Moreau FR Brest|Tom Haverly GB Whitby|Noor de Wit NL Vlissingen|Lukas Brandt DE Kiel|Marta Oliveira PT Aveiro
Sven Aagaard DK Esbjerg|Aoife Brennan IE Cobh|Giulia Ferri IT Trieste|Pau Ferrer ES Palamos|Hanna Lind SE Ystad
Eero Salmi FI Hanko|Clara Dubois FR Honfleur|George Penrose GB Fowey|Femke Visser NL Harlingen|Jonas Petersen DE Husum
Rita Sousa PT Nazare|Mette Friis DK Skagen|Cian Doyle IE Howth|Paolo Greco IT Chioggia|Nuria Vidal ES Cadaques
Elin Berg SE Marstrand|Aino Koski FI Kotka|Hugo Lambert FR Cancale|Edie Marsh GB Southwold|Bram Kuiper NL Urk
Greta Lorenz DE Wismar|Tiago Ramos PT Lagos|Freja Holm DK Dragor|Niamh Walsh IE Kinsale|Luca Conti IT Camogli
Joan Puig ES Roses|Oskar Nyberg SE Grebbestad|Ilmari Laine FI Porvoo|Zoe Garnier FR Roscoff|Alfie Trent GB Whitstable
Lotte Smit NL Zierikzee|Finn Krause DE Flensburg|Ana Pinto PT Olhao|Emil Juhl DK Svendborg|Orla Keane IE Dingle
`;

export const PEOPLE = NAMES.trim()
  .split(/[|\n]/)
  .map((line) => {
    const [first_name = "", ...rest] = line.split(" ");
    const city = rest.pop() ?? "";
    const country_code = rest.pop() ?? "";
    const last_name = rest.join(" ");
    const email = `${first_name}.${last_name.replaceAll(" ", "")}@example.com`.toLowerCase();
    return { first_name, last_name, email, city, country_code };
  });

/** Which test cards a customer saves, in turn; an empty wallet is one too. */
export const WALLETS: string[][] = [
  ["visa"],
  ["mastercard", "visa"],
  ["carte-bancaire"],
  [],
  ["visa-denmark", "amex"],
  ["once-then-no-money"],
  ["jcb"],
  ["visa-britain", "do-not-honor"],
  ["mastercard", "discover", "diners"],
  ["verifies-then-fails"],
  ["never-answers"],
];

export const PURCHASES: ({ name: string; amount: string; refund?: string } | null)[] = [
  { name: "Harbour blend, 1 kg", amount: "34" },
  { name: "Decaf, 250 g", amount: "11.5" },
  null,
  { name: "Hand grinder", amount: "89", refund: "89" },
  { name: "Filter papers", amount: "6.9" },
  { name: "Monthly bag", amount: "14.5" },
  { name: "Espresso cups, set of four", amount: "42", refund: "10.5" },
];
