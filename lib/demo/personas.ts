import { db } from "@/lib/platform/db";
import { isDemo } from "./register";

/**
 * A person whom the demo's sign-in page signs in with one click. `wallet` names the sandbox scenarios of their cards,
 * in the order they were saved; the first is the default. The seed makes the cards.
 */
export type Persona = {
  key: string;
  name: string;
  email: string;
  role: "shopper" | "staff";
  story: string;
  /** The page where their story begins. */
  startsAt: string;
  wallet: { scenario: string; nickname?: string; expMonth?: number; expYear?: number }[];
  profile: {
    phoneDialingCode?: string;
    phoneNumber?: string;
    address1?: string;
    address2?: string;
    city?: string;
    state?: string;
    zip?: string;
    countryCode?: string;
  };
};

export const PERSONAS: readonly Persona[] = [
  {
    key: "maren",
    name: "Maren Holt",
    email: "maren@personas.example",
    role: "shopper",
    story: "A regular customer with two saved cards.",
    startsAt: "/cards",
    wallet: [
      { scenario: "visa", nickname: "Household" },
      { scenario: "mastercard", nickname: "The boat" },
    ],
    profile: {
      phoneDialingCode: "+47",
      phoneNumber: "41234567",
      address1: "Strandgaten 18",
      city: "Bergen",
      zip: "5013",
      countryCode: "NO",
    },
  },
  {
    key: "theo",
    name: "Theo Adeyemi",
    email: "theo@personas.example",
    role: "shopper",
    story: "A new customer. Nothing saved yet, not even an address.",
    startsAt: "/cards/new",
    wallet: [],
    profile: {},
  },
  {
    key: "ines",
    name: "Inês Carvalho",
    email: "ines@personas.example",
    role: "shopper",
    story: "Back after a long break. Her saved card has expired.",
    startsAt: "/cards",
    wallet: [{ scenario: "amex", nickname: "Old faithful", expMonth: 3, expYear: 2025 }],
    profile: {
      phoneDialingCode: "+351",
      phoneNumber: "912345678",
      address1: "Rua da Alfândega 7",
      address2: "2.º esquerdo",
      city: "Lisboa",
      zip: "1100-016",
      countryCode: "PT",
    },
  },
  // eject:start office
  {
    key: "kit",
    name: "Kit Vance",
    email: "kit@personas.example",
    role: "staff",
    story: "Staff: works in the back office.",
    startsAt: "/office",
    wallet: [],
    profile: {},
  },
  // eject:end office
];

export const findPersona = (key: unknown) => PERSONAS.find((persona) => persona.key === key);

/** The personas that the sign-in page offers: none outside the demo. */
export const listPersonas = () => (isDemo() ? PERSONAS : []);

/** The user behind a persona, created when the database has none (or was wiped). */
export function ensurePersona({ email, name, role, profile }: Persona) {
  return db().user.upsert({
    where: { email },
    create: { email, name, role, ...profile },
    update: {},
    select: { id: true },
  });
}
