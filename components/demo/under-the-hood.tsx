"use client";

import { Waypoints, X } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { BAR_CONTROL } from "./bar-control";
import { ExchangeItem } from "./exchange-item";
import { groupByPress, type Press, recordPresses } from "./presses";
import { useExchanges } from "./use-exchanges";

type Props = { isSignedIn: boolean; sandboxUrl: string; apiUrl: string };

/**
 * The calls between the browser, this shop and ProcessOut that concern the signed-in user, under what the user pressed. Docked
 * at the right, which makes the page narrower, and on a narrow screen at the bottom, which makes it longer: it covers nothing.
 */
export function UnderTheHood({ isSignedIn, sandboxUrl, apiUrl }: Props) {
  const [isOpen, setOpen] = useRemembered("under-the-hood");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(recordPresses, []);
  useShortcut(() => setOpen(!isOpen));
  useClasses("body", isOpen, DOCKED);
  useClasses("html", isOpen, "scroll-pb-[45dvh] min-[1100px]:scroll-pb-0");
  const close = useCloseWithFocus(isOpen, setOpen, button);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-pressed={isOpen}
        aria-keyshortcuts="`"
        title="Press ` to open and close"
        onClick={() => setOpen(!isOpen)}
        className={`${BAR_CONTROL} aria-pressed:bg-inverse-line aria-pressed:font-semibold`}
      >
        <Waypoints aria-hidden className="size-4" />
        <span>Under the hood</span>
      </button>
      {isOpen && <Panel isSignedIn={isSignedIn} sandboxUrl={sandboxUrl} apiUrl={apiUrl} onClose={close} />}
    </>
  );
}

/** The room that the panel takes from the page. */
const DOCKED = "pb-[45dvh] min-[1100px]:pb-0 min-[1100px]:pr-[27.5rem]";
const OUTLINED =
  "[&_main_iframe]:outline-3 [&_main_iframe]:outline-offset-2 [&_main_iframe]:outline-dashed [&_main_iframe]:outline-danger";

const LANES = [
  ["Browser", "the shopper’s"],
  ["Merchant", "this shop"],
  ["ProcessOut", "and the bank"],
];

function Panel({ isSignedIn, sandboxUrl, apiUrl, onClose }: Props & { onClose: () => void }) {
  const { exchanges, offsetMs, state } = useExchanges();
  const [isOutlined, setOutlined] = useState(false);
  useClasses("body", isOutlined, OUTLINED);
  const groups = groupByPress(exchanges, offsetMs);
  return createPortal(
    <section
      id="under-the-hood"
      aria-label="Under the hood"
      className="fixed inset-x-0 bottom-0 z-40 flex h-[45dvh] flex-col border-t border-line bg-surface text-sm text-ink shadow-floating min-[1100px]:inset-y-0 min-[1100px]:left-auto min-[1100px]:h-auto min-[1100px]:w-[27.5rem] min-[1100px]:border-t-0 min-[1100px]:border-l print:hidden"
    >
      <header className="grid gap-2 border-b border-line px-4 pt-2 pb-2">
        <div className="flex items-center justify-between gap-3">
          <h2 className="font-semibold">Under the hood</h2>
          <div className="flex items-center gap-1">
            <label className="flex min-h-9 items-center gap-1.5 px-1 text-muted">
              <input
                type="checkbox"
                checked={isOutlined}
                onChange={(event) => setOutlined(event.target.checked)}
              />
              Outline ProcessOut&rsquo;s parts
            </label>
            <button
              type="button"
              onClick={onClose}
              aria-label="Close"
              className="-mr-2 grid size-9 place-items-center rounded-control hover:bg-sunken"
            >
              <X aria-hidden className="size-4" />
            </button>
          </div>
        </div>
        <div className="grid grid-cols-3 text-center text-xs">
          {LANES.map(([name, note]) => (
            <p key={name}>
              <strong className="block font-semibold">{name}</strong>
              <span className="text-muted">{note}</span>
            </p>
          ))}
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {groups.length === 0 && (
          <p className="p-4 text-muted">{NOTHING[isSignedIn ? state : "signed-out"]}</p>
        )}
        {groups.map(({ press, exchanges: calls }) => (
          <section key={press?.at ?? 0} className="border-b border-line py-3">
            <h3 className="px-4 pb-1 font-semibold">
              <PressName press={press} />
            </h3>
            <ol>
              {calls.map((call) => (
                <ExchangeItem key={call.id} exchange={call} sandboxUrl={sandboxUrl} apiUrl={apiUrl} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </section>,
    document.body,
  );
}

const PressName = ({ press }: { press: Press | null }) =>
  press ? (
    <span>
      <span>You pressed</span> <em>{press.name}</em>
    </span>
  ) : (
    <span>Before you came, and without a press</span>
  );

const NOTHING = {
  "signed-out":
    "Become one of the people in the bar above: what the shop and ProcessOut say about them appears here.",
  reading: "Reading…",
  live: "Nothing yet. Save a card, pay, or move the clock: each call appears here.",
  failed: "The sandbox does not answer. What it says appears here when it is back.",
};

/** Whether something is open, in this browser's storage. Closed until the page is hydrated. */
function useRemembered(name: string): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(localStorage.getItem(name) === "open"), [name]);
  return [
    isOpen,
    (next) => {
      localStorage.setItem(name, next ? "open" : "closed");
      setOpen(next);
    },
  ];
}

/** Calls `toggle` at the key below Escape, unless the user types. */
function useShortcut(toggle: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key === "`" && !isTyping && !event.metaKey && !event.ctrlKey) toggle();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

/** The focus goes to the button once the page has its room back, or to the one that opens the sheet with the button. */
function useCloseWithFocus(
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
  button: RefObject<HTMLButtonElement | null>,
) {
  const isClosing = useRef(false);
  useEffect(() => {
    if (isOpen || !isClosing.current) return;
    isClosing.current = false;
    const sheet = document.querySelector<HTMLElement>('[popovertarget="demo-sheet"]');
    (button.current?.checkVisibility() ? button.current : sheet)?.focus();
  }, [isOpen, button]);
  return () => {
    isClosing.current = true;
    setOpen(false);
  };
}

function useClasses(element: "body" | "html", isOn: boolean, classes: string) {
  useEffect(() => {
    if (!isOn) return;
    const list = element === "body" ? document.body.classList : document.documentElement.classList;
    list.add(...classes.split(" "));
    return () => list.remove(...classes.split(" "));
  }, [element, isOn, classes]);
}
