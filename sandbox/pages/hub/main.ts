/** Relays this origin's `localStorage` to the page that embeds it: changes unasked, values when asked. */
const namespace = "processout.message-hub";

type Command = { namespace?: string; action?: string; data?: { key?: unknown; value?: unknown } };

function tell(action: string, data?: unknown) {
  window.parent.postMessage(JSON.stringify({ namespace, action, data }), "*");
}

function read(text: string): Command {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function obey({ action, data }: Command) {
  if (typeof data?.key !== "string") return;
  if (action === "get") tell("value", { key: data.key, value: localStorage.getItem(data.key) });
  if (action === "set") localStorage.setItem(data.key, String(data.value));
}

window.addEventListener("storage", ({ key, newValue }) => {
  if (key !== null && newValue !== null) tell("value", { key, value: newValue });
});

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || typeof event.data !== "string") return;
  const command = read(event.data);
  if (command.namespace !== namespace) return;
  try {
    obey(command);
  } catch {
    // The browser keeps storage from frames of other sites: there is nothing to relay.
  }
});

tell("ready");
