import { listMadeBy } from "@/lib/demo/exchange-sentences";
import { readOurSource } from "@/lib/demo/our-source";
import { isDemo } from "@/lib/demo/register";

/** The source of one method of the API client, `?file=…&method=…`. 404 for anything else, and outside the demo. */
export async function GET(request: Request): Promise<Response> {
  if (!isDemo()) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const asked = listMadeBy().find(
    ({ file, method }) => file === searchParams.get("file") && method === searchParams.get("method"),
  );
  const source = asked && (await readOurSource(asked));
  return source ? Response.json(source) : new Response(null, { status: 404 });
}
