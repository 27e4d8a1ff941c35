import { sendAnswer } from "./answer";
import { tellMerchant } from "./tell";

/** A hidden page. A bank's would collect browser data; this one only reports that it ran. */
async function reportFingerprint() {
  tellMerchant({ action: "success", data: await sendAnswer("complete") });
}

void reportFingerprint();
