/** The body of a request as text, or null when it has none or is longer. Stops to read at the limit. */
export async function readBody(request: Request, maxBytes: number): Promise<string | null> {
  if (!request.body) return null;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
