import { tellMerchant } from "../three-d-s/tell";

/** Whoever opened this page waits for a result: it is told that there will be none. */
const errorMessage = document.querySelector("main p")?.textContent ?? "";
tellMerchant({ action: "error", errorCode: "sandbox.not-supported", errorMessage });
