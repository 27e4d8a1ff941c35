import CredentialsProvider from "next-auth/providers/credentials";
import { ensurePersona, findPersona } from "@/lib/demo/personas";
import { isDemo } from "@/lib/demo/register";

/** One-click sign-in as a persona: next-auth providers, none outside the demo. */
export const personaProviders = () => (isDemo() ? [provider()] : []);

const provider = () => ({
  ...CredentialsProvider({
    credentials: { persona: {} },
    async authorize(form) {
      const persona = findPersona(form?.persona);
      return persona ? ensurePersona(persona) : null;
    },
  }),
  id: "persona",
});
