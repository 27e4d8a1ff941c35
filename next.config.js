import { createHash } from "node:crypto";
import { PHASE_PRODUCTION_BUILD } from "next/constants.js";

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  // No page uses the optimiser, and any client could make it work: its address answers 404.
  images: { unoptimized: true },
  // These load files beside themselves at run time, so they must not be bundled.
  serverExternalPackages: ["pg", "pg-boss", "nodemailer"],
};

/** @param {string} phase */
export default function configure(phase) {
  if (phase === PHASE_PRODUCTION_BUILD) keepActionIds(process.env);
  return nextConfig;
}

/**
 * Next derives the ids of server actions from this key, and makes a key of its own for each build that has none. With one
 * key, a tab that was open across a deploy, or that is served by several builds, keeps its buttons.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function keepActionIds(env) {
  if (env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || !env.NEXTAUTH_SECRET) return;
  const key = createHash("sha256").update(`server-actions:${env.NEXTAUTH_SECRET}`).digest("base64");
  env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = key;
}
