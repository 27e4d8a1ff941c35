import { autoFormatDigits, autoFormatExpiry, autoFormatNumber } from "./auto-format";
import { likelyBrand, possibleBrands } from "./card-brand";
import { cvcProblem, formatNumber, numberProblem, parseNumber } from "./card-number";
import { Exception } from "./exception";
import { expiryProblem, formatExpiry, parseExpiry, parseMonth, parseYear } from "./expiry";

const problem = (code: string | undefined) => (code ? new Exception(code) : null);

/** `new Expiry(month, year)`: the year may have two digits or four. */
export class Expiry {
  private readonly month: number;
  private readonly year: number;

  constructor(month: number, year: number) {
    this.month = month;
    this.year = parseYear(year);
  }

  static parse(text: string) {
    const { month, year } = parseExpiry(text);
    return new Expiry(month, year);
  }
  static parseMonth = parseMonth;
  static parseYear = parseYear;
  static format = (text: string) => formatExpiry(text);

  getMonth = () => this.month;
  getYear = () => this.year;
  string = () => `${this.month} / ${this.year}`;
  validate = () => problem(expiryProblem(this.month, this.year, new Date()));
}

/** A card in the merchant's own page. Hosted fields never need it. */
export class Card {
  private readonly number: string;
  private readonly expiry: Expiry;
  private readonly cvc: string;

  constructor(number: string, expiry: Expiry, cvc: string) {
    this.number = parseNumber(number);
    this.expiry = expiry;
    this.cvc = cvc;
  }

  getNumber = () => this.number;
  getExpiry = () => this.expiry;
  getCVC = () => this.cvc;
  getIIN = () => Card.getIIN(this.number);
  getLast4Digits = () => Card.getLast4Digits(this.number);

  validate() {
    if (!this.expiry) return new Exception("card.invalid-date");
    return (
      Card.validateNumber(this.number) ?? this.expiry.validate() ?? problem(cvcProblem(this.cvc, this.number))
    );
  }

  static parseNumber = parseNumber;
  static formatNumber = formatNumber;
  static validateNumber = (number: string) => problem(numberProblem(number));
  static validateCVC = (cvc: string) => problem(cvcProblem(cvc));
  static getIIN = (number: string) => parseNumber(number).slice(0, 6);
  static getLast4Digits = (number: string) => parseNumber(number).slice(-4);
  static getPossibleSchemes = (iin: string) => possibleBrands(iin).map((brand) => brand.clientName);
  static getCardFormat = (iin: string) => likelyBrand(iin).groups;
  /** The shortest and the longest number of the likely scheme. */
  static getPossibleCardLength(iin: string) {
    const { lengths } = likelyBrand(iin);
    return [Math.min(...lengths), Math.max(...lengths)];
  }
  static autoFormatNumber = autoFormatNumber;
  static autoFormatExpiry = autoFormatExpiry;
  static autoFormatCvc = (input: HTMLInputElement) => autoFormatDigits(input, 4);
}
