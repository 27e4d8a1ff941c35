import { tellMerchant } from "../three-d-s/tell";

/** Tells the page that opened this one that there will be no result. */
const errorMessage = document.querySelector("main p")?.textContent ?? "";
tellMerchant({ action: "error", errorCode: "sandbox.not-supported", errorMessage });
