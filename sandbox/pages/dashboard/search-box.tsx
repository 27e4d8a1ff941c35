import { useEffect, useRef } from "react";

type Props = { value: string; hint: string; onChange: (value: string) => void };

/** Focused by `/` from anywhere on the page. */
export function SearchBox({ value, hint, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function focus(event: KeyboardEvent) {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      input.current?.select();
    }
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <label className="search">
      <span className="unseen">Search</span>
      <input
        ref={input}
        type="search"
        value={value}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
      />
      <kbd>/</kbd>
    </label>
  );
}
