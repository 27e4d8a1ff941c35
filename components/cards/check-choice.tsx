type Props = { withBank: boolean; onChange: (withBank: boolean) => void };

/** The two ways to save a card, and what the second gives up. */
export function CheckChoice({ withBank, onChange }: Props) {
  return (
    <details className="group rounded-control border border-line px-4 py-3">
      <summary className="font-medium">
        {withBank ? "Your bank checks the card now" : "Saved without asking your bank"}
        <span className="ml-2 font-normal text-muted underline group-open:hidden">change</span>
      </summary>
      <div className="mt-4 grid gap-4">
        <Choice
          isChosen={withBank}
          onChoose={() => onChange(true)}
          label="Ask my bank now"
          text="It may want to know that it is you. Nothing is charged, and paying later is rarely interrupted."
        />
        <Choice
          isChosen={!withBank}
          onChoose={() => onChange(false)}
          label="Save it without asking"
          text="Quicker now. Nobody has checked that the card works or is yours, so the first payment may be refused or stop for your bank, and we cannot charge it while you are away."
        />
      </div>
    </details>
  );
}

type ChoiceProps = { isChosen: boolean; onChoose: () => void; label: string; text: string };

function Choice({ isChosen, onChoose, label, text }: ChoiceProps) {
  return (
    <label className="grid grid-cols-[auto_1fr] gap-x-3">
      <input
        type="radio"
        name="check"
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 size-5 accent-action"
      />
      <span className="font-medium">{label}</span>
      <span className="col-start-2 text-sm text-muted">{text}</span>
    </label>
  );
}
