/**
 * ProcessOut's browser script as promises: load it, mount the hosted card fields, tokenize them, run 3-D Secure.
 * Imports nothing; copy the folder and it works elsewhere. README.md lists the pitfalls of the script that it
 * hides from its callers.
 *
 * Left out on purpose: `Card` objects (they would put the card number into this page), alternative payment
 * methods, the hosted checkout modal, Apple Pay, Google Pay, incremental authorizations.
 */
export {
  type CardPaymentOptions,
  type CardTokenOptions,
  makeCardPayment,
  makeCardToken,
} from "./actions";
export { BrowserError, type BrowserErrorKind, type CardFieldName } from "./browser-error";
export type { NumberChange } from "./field-events";
export {
  type CardData,
  type CardFields,
  type FieldStyle,
  type MountOptions,
  mountCvcField,
  mountFields,
} from "./fields";
export type { Limits } from "./from-callbacks";
export { loadProcessOut } from "./load";
export type { ProcessOutClient } from "./script";
