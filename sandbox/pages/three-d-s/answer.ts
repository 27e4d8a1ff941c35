export type Answer = "complete" | "approve" | "decline" | "cancel";

/** Tells the sandbox what happened here; it gives back the source that the merchant's page sends on. */
export async function sendAnswer(answer: Answer): Promise<string> {
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ answer }),
  });
  const { source } = await response.json();
  if (typeof source !== "string") throw new Error(`The sandbox answered ${response.status}`);
  return source;
}
