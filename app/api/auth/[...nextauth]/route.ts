import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { personaProviders } from "@/app/(demo)/persona-provider"; // eject: demo
import { csrfCookieName } from "@/lib/auth/cookies";
import { isUsedRoute } from "@/lib/auth/next-auth-routes";
import { authOptions } from "@/lib/auth/options";
import { findDetour } from "@/lib/auth/sign-in-request";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The routes of next-auth that this app uses. They take what an HTML form sends, so every field is a string. The options are
 * built per request because they read the environment.
 */
async function handler(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!isUsedRoute(request.method, nextauth)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !isForm(request)) return new Response(null, { status: 415 });
  const detour = request.method === "POST" && (await findDetourOf(request));
  if (detour) return new Response(null, { status: 303, headers: { Location: detour } });
  return NextAuth(
    request as never,
    context as never,
    authOptions(
      ...personaProviders(), // eject: demo
    ),
  );
}

async function findDetourOf(request: Request) {
  const form = new URLSearchParams(await request.clone().text());
  return findDetour(request.url, form, (await cookies()).get(csrfCookieName())?.value);
}

const isForm = ({ headers }: Request) =>
  headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;

export { handler as GET, handler as POST };
