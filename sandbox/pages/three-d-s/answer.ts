export type Answer = "complete" | "approve" | "decline" | "cancel";

/** Posts the result to the sandbox, which answers the source for the merchant's page. */
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
