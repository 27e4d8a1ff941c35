import { isIP } from "node:net";
import { generate } from "selfsigned";

export type Certificate = { key: string; cert: string };

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 365;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** A new key and a self-signed certificate for these host names and addresses, both PEM: for clients that speak TLS only. */
export async function createCertificate(hosts: readonly string[]): Promise<Certificate> {
  const now = Date.now();
  const { private: key, cert } = await generate([{ name: "commonName", value: "Local ProcessOut sandbox" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + VALID_DAYS * DAY_MS),
    extensions: [
      {
        name: "subjectAltName",
        altNames: hosts.map((host) =>
          isIP(host) ? { type: IP_ADDRESS, ip: host } : { type: DNS_NAME, value: host },
        ),
      },
    ],
  });
  return { key, cert };
}
