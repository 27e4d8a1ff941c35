import { endpoint } from "./hosts";
import { cancelLabel } from "./messages";
import { holdPage } from "./page-hold";

/** Where a customer action is shown. `closed` turns true when the shopper or `close` ended it. */
export type ActionWindow = { readonly closed: boolean; close(): void };

const shadow = "0 15px 35px rgb(50 50 93 / 10%), 0 5px 15px rgb(0 0 0 / 7%)";

/** The bank's page over the merchant's, with a way out below it. All styles go through CSSOM: no CSP objects. */
export function openModal(url: string, width: number, height: number, onCancel: () => void): ActionWindow {
  const modal = document.createElement("div");
  modal.id = "processoutjs-action-modal";
  modal.role = "dialog";
  modal.ariaModal = "true";
  modal.ariaLabel = "Card verification";
  Object.assign(modal.style, {
    position: "fixed",
    inset: "0",
    overflow: "auto",
    zIndex: "9999999",
    background: "rgb(0 0 0 / 50%)",
  });

  const iframe = document.createElement("iframe");
  iframe.title = "Card verification";
  Object.assign(iframe.style, {
    display: "block",
    width: `${width}px`,
    height: `${height}px`,
    maxWidth: "100%",
    maxHeight: "100%",
    margin: "1em auto",
    border: "0",
    boxShadow: shadow,
    background: `#eceff1 url("${endpoint("js", "/images/loader.gif")}") no-repeat center`,
  });
  iframe.onload = () => {
    iframe.style.backgroundImage = "none";
    iframe.focus();
  };
  iframe.src = url;

  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.textContent = cancelLabel();
  Object.assign(cancel.style, {
    display: "block",
    margin: "0 auto 1em",
    padding: "0.75em 1.5em",
    border: "0",
    background: "none",
    color: "white",
    font: "16px system-ui, sans-serif",
    cursor: "pointer",
  });

  cancel.onclick = onCancel;
  modal.append(iframe, cancel);
  const release = holdPage(onCancel);
  document.body.append(modal);
  return viewOf(() => {
    modal.remove();
    release();
  });
}

/** The fingerprint page works out of sight. */
export function openHidden(url: string): ActionWindow {
  const wrapper = document.createElement("div");
  wrapper.id = "processoutjs-fingerprint-wrapper";
  const iframe = document.createElement("iframe");
  iframe.title = "Device fingerprint";
  iframe.style.display = "none";
  iframe.src = url;
  wrapper.append(iframe);
  document.body.append(wrapper);
  return viewOf(() => wrapper.remove());
}

function viewOf(close: () => void): ActionWindow {
  const view = {
    closed: false,
    close() {
      if (view.closed) return;
      view.closed = true;
      close();
    },
  };
  return view;
}
