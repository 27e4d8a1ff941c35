import { PERSONAS } from "@/lib/demo/personas";
import { env } from "@/lib/platform/env";
import { providers } from "./providers";

/** What the sign-in page may offer here. It asks next-auth's own list, so it never offers a door that is not there. */
export function openDoors() {
  const ids = providers(env()).map(({ id }) => id);
  return {
    personas: ids.includes("persona") ? PERSONAS : [],
    email: ids.includes("email"),
    oauth: OAUTH.filter(({ id }) => ids.includes(id)),
  };
}

const OAUTH = [
  { id: "github", name: "GitHub" },
  { id: "google", name: "Google" },
];
