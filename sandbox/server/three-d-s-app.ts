import type { CustomerAction } from "../store/rows";

/** The actions of native 3-D Secure SDKs: base64 of JSON, in the shapes of server-api.md §4.7. */
const encode = (data: Record<string, unknown>) => Buffer.from(JSON.stringify(data)).toString("base64");

export function appFingerprint(id: string): CustomerAction {
  return {
    type: "fingerprint-mobile",
    value: encode({
      directoryServerID: "A000000003",
      directoryServerPublicKey: "sandbox",
      directoryServerRootCAs: [],
      threeDSServerTransID: id,
      messageVersion: "2.1.0",
    }),
  };
}

export function appChallenge(id: string): CustomerAction {
  return {
    type: "challenge-mobile",
    value: encode({
      acsTransID: id,
      acsReferenceNumber: "sandbox-acs",
      acsSignedContent: "sandbox",
      threeDSServerTransID: id,
    }),
  };
}
