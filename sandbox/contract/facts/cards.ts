import { expect } from "vitest";
import { scenarioNamed } from "../../scenarios/deck";
import type { Fact } from "./fact";

const number = scenarioNamed("visa")?.number;

export const cardFacts: Fact[] = [
  {
    section: "§3.3",
    says: "POST card with strings and cvc2, as browsers send it",
    known: "sdk",
    check: async ({ client }) => {
      const reply = await client("POST", "/cards", {
        number,
        exp_month: "12",
        exp_year: "2040",
        cvc2: "123",
      });
      expect(reply.body.card).toMatchObject({
        scheme: "visa",
        iin: "424242",
        last_4_digits: "4242",
        exp_month: 12,
      });
    },
  },
  {
    section: "§3.3",
    says: "POST card with integers and cvc, as phones send it; the year 40 comes back as 2040",
    known: "sdk",
    check: async ({ client }) => {
      const reply = await client("POST", "/cards", { number, exp_month: 12, exp_year: 40, cvc: "123" });
      expect(reply.body.card).toMatchObject({ exp_month: 12, exp_year: 2040 });
    },
  },
  {
    section: "§2.1",
    says: "A number that fails its check digit: 400 card.invalid-number",
    known: "recorded",
    check: async ({ client }) => {
      const wrong = { number: number?.replace(/.$/, "3"), exp_month: "12", exp_year: "2040" };
      const reply = await client("POST", "/cards", wrong);
      expect([reply.status, reply.error]).toEqual([400, "card.invalid-number"]);
    },
  },
  {
    section: "§4.3",
    says: "A card's fingerprint is 64 hex digits and the same for the same number",
    known: "recorded",
    check: async ({ server, card }) => {
      const shown = async () => (await server("GET", `/cards/${await card("visa")}`)).body.card;
      const first = (await shown()) as { fingerprint: string };
      expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(await shown()).toMatchObject({ fingerprint: first.fingerprint });
    },
  },
  {
    section: "§3.3",
    says: "PUT card with a CVC: update_type new-cvc2, reason request",
    known: "sdk",
    check: async ({ client, server, card }) => {
      const id = await card("visa");
      await client("PUT", `/cards/${id}`, { cvc2: "321" });
      const { body } = await server("GET", `/cards/${id}`);
      expect(body.card).toMatchObject({ update_type: "new-cvc2", update_reason_code: "request" });
    },
  },
  {
    section: "§3.3",
    says: "GET iins answers card_information",
    known: "documented",
    check: async ({ client }) => {
      const { body } = await client("GET", "/iins/424242");
      expect(body.card_information).toMatchObject({ iin: "424242", scheme: "visa" });
    },
  },
];
