import NextAuth from "next-auth";
import { personaProviders } from "@/app/(demo)/persona-provider"; // eject: demo
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes. The options are built per request because they read the environment. */
const handler = (request: Request, context: Context): Promise<Response> =>
  NextAuth(
    request as never,
    context as never,
    authOptions(
      ...personaProviders(), // eject: demo
    ),
  );

export { handler as GET, handler as POST };
