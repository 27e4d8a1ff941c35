import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isIP } from "node:net";

export type Certificate = { key: string; cert: string };

const LASTS_DAYS = 365;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A fresh key, and a certificate for it that it signed itself, good for these host names and addresses: for clients that
 * speak nothing but TLS. Node signs and hashes, but writes no certificates; this is the least of RFC 5280.
 */
export function selfSigned(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const now = Date.now();
  const name = sequence(set(sequence(COMMON_NAME, der(UTF8, Buffer.from("Local ProcessOut sandbox")))));
  const body = sequence(
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    sequence(ECDSA_SHA256),
    name,
    sequence(time(now - DAY_MS), time(now + LASTS_DAYS * DAY_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAMES, der(OCTETS, sequence(...hosts.map(alternative)))))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  const certificate = sequence(body, sequence(ECDSA_SHA256), der(BITS, signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}

const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const OBJECT = 0x06;
const UTF8 = 0x0c;
const TIME = 0x18;

/** One value in DER: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const set = (...parts: Buffer[]) => der(0x31, ...parts);
const object = (hex: string) => der(OBJECT, Buffer.from(hex, "hex"));

const ECDSA_SHA256 = object("2a8648ce3d040302");
const COMMON_NAME = object("550403");
const ALTERNATIVE_NAMES = object("551d11");

/** `20310301000000Z`, which RFC 5280 asks for from 2050 on and every reader takes before. */
const time = (ms: number) => der(TIME, Buffer.from(new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, "")));

function alternative(host: string): Buffer {
  const bytes = addressOf(host);
  return bytes ? der(0x87, bytes) : der(0x82, Buffer.from(host));
}

function addressOf(host: string): Buffer | undefined {
  if (isIP(host) === 4) return Buffer.from(host.split(".").map(Number));
  if (host === "::1") return Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);
  return undefined;
}
