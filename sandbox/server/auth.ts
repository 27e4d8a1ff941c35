import { timingSafeEqual } from "node:crypto";
import type { Store } from "../store/store";
import { unauthorized } from "./errors";
import type { Access, Credentials } from "./route";

export const DEFAULT_PROJECT_ID = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x";
export const DEFAULT_KEY = "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB";

/** The id objects carry has no `test-` (server-api.md §6). */
export const projectIdOf = (credential: string) => credential.replace(/^test-/, "");

/**
 * The caller, from HTTP Basic (server-api.md §1.2): user = project id, password = secret key, or empty for
 * calls that a browser may make. Throws 401; credentials that look live are refused with the reason.
 */
export function authenticate(
  store: Store,
  authorization: string | undefined,
  clientSecret: string | undefined,
  access: Access,
): Credentials {
  const given = access === "anyone" ? DEFAULT : readBasic(authorization);
  if (!given) {
    throw unauthorized(
      "invalid",
      "Your project ID could not be read: use HTTP Basic auth with the project ID as the user and the key as the password.",
    );
  }
  if (looksLive(given)) {
    throw unauthorized(
      "invalid-project-id",
      "These look like live credentials. This is a local sandbox: use a test- project ID and a sandbox key, and never send it a live one.",
    );
  }
  const project = given.user.startsWith("test-") ? store.projects.get(projectIdOf(given.user)) : undefined;
  if (!project) throw unauthorized("invalid-project-id", "There is no sandbox project with this ID.");

  const isPrivate = given.password !== "" && same(asSandboxKey(given.password), project.key);
  if (!isPrivate && given.password !== "") throw unauthorized("invalid", "The key is not this project's.");
  const secret = clientSecret || null;
  if (!isPrivate && (access === "private" || (access === "client-secret" && !secret))) {
    throw unauthorized("invalid", "This call needs the project's private key.");
  }
  return { project, access: isPrivate ? "private" : "public", clientSecret: secret };
}

const DEFAULT = { user: DEFAULT_PROJECT_ID, password: "" };

type Basic = { user: string; password: string };

/** Cache of parsed headers: a client sends the same one with every call. */
const cache = new Map<string, Basic>();
const MAX_CACHED = 100;

function readBasic(authorization: string | undefined): Basic | undefined {
  if (!authorization) return undefined;
  const before = cache.get(authorization);
  if (before) return before;
  const basic = parseBasic(authorization);
  if (!basic) return undefined;
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(authorization, basic);
  return basic;
}

function parseBasic(authorization: string): Basic | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(authorization)?.[1];
  if (!encoded) return undefined;
  const [user = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return user === "" ? undefined : { user, password: rest.join(":") };
}

/** ProcessOut's pages print the example key in both spellings. */
const asSandboxKey = (key: string) => key.replace(/^key_test_/, "key_sandbox_");

const looksLive = ({ user, password }: Basic) => user.startsWith("proj_") || password.startsWith("key_live_");

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
