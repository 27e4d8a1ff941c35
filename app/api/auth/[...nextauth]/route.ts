import NextAuth from "next-auth";
import { personaProviders } from "@/app/(demo)/persona-provider"; // eject: demo
import { isUsedRoute } from "@/lib/auth/next-auth-routes";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The routes of next-auth that this app uses. They take what an HTML form sends, so every field is a string. The options are
 * built per request because they read the environment.
 */
async function handler(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!isUsedRoute(request.method, nextauth)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !isForm(request)) return new Response(null, { status: 415 });
  return NextAuth(
    request as never,
    context as never,
    authOptions(
      ...personaProviders(), // eject: demo
    ),
  );
}

const isForm = ({ headers }: Request) =>
  headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;

export { handler as GET, handler as POST };
