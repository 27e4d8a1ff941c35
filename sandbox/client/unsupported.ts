import { Exception } from "./exception";

/** Methods of the official script that this one lacks: alternative payment methods and the hosted checkout. */
const names = [
  "newModal",
  "fetchGatewayConfigurations",
  "getInvoiceActionURL",
  "handleInvoiceAction",
  "getCustomerTokenActionURL",
  "handleCustomerTokenAction",
] as const;

/** Each throws an error that names the method, instead of "is not a function". */
export const unsupported = Object.fromEntries(
  names.map((name) => [
    name,
    () => {
      throw new Exception("sandbox.not-supported", `The local sandbox's processout.js has no ${name}.`);
    },
  ]),
);
