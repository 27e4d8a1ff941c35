/** Relays this origin's `localStorage` to the page that embeds it: changes unasked, values when asked. */
const namespace = "processout.message-hub";

function tell(action: string, data?: unknown) {
  window.parent.postMessage(JSON.stringify({ namespace, action, data }), "*");
}

window.addEventListener("storage", ({ key, newValue }) => {
  if (key !== null && newValue !== null) tell("value", { key, value: newValue });
});

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || typeof event.data !== "string") return;
  if (!event.data.includes(namespace)) return;
  const { action, data } = JSON.parse(event.data) ?? {};
  if (typeof data?.key !== "string") return;
  if (action === "get") tell("value", { key: data.key, value: localStorage.getItem(data.key) });
  if (action === "set") localStorage.setItem(data.key, String(data.value));
});

tell("ready");
