import { sendAnswer } from "./answer";
import { tellMerchant } from "./tell";

/** Nobody sees this page. A bank's would look at the browser; this one only reports that it did. */
async function reportFingerprint() {
  tellMerchant({ action: "success", data: await sendAnswer("complete") });
}

void reportFingerprint();
