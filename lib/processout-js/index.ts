/**
 * ProcessOut's browser script as promises: load it, mount the hosted card fields, turn them into a card, take
 * the card through 3-D Secure. Imports nothing; copy the folder and it works elsewhere. The script's pitfalls
 * that it keeps from its callers are listed in README.md.
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
export { loadProcessOut } from "./load";
export type { ProcessOutClient } from "./script";
export type { Limits } from "./settle-once";
