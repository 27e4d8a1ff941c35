"use client";

import { useActionState, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import { type FormState, idle } from "@/lib/form-state";

type FieldName =
  | "name"
  | "phoneDialingCode"
  | "phoneNumber"
  | "address1"
  | "address2"
  | "city"
  | "state"
  | "zip"
  | "countryCode";

type State = FormState<FieldName>;
type Props = {
  profile: Record<FieldName, string | null> & { email: string };
  countries: { code: string; name: string }[];
  action: (state: State, form: FormData) => Promise<State>;
};

export function ProfileForm({ profile, countries, action }: Props) {
  const [state, submit] = useActionState<State, FormData>(action, idle);
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, state);

  const typed = "values" in state ? state.values : undefined;
  const field = (name: FieldName) => ({
    name,
    defaultValue: typed?.[name] ?? profile[name] ?? "",
    error: state.status === "invalid" ? state.errors[name] : undefined,
  });

  return (
    <Panel aria-label="Your details">
      <form ref={form} action={submit} noValidate className="grid gap-8">
        {state.status === "done" && <Alert tone="good" title={state.message} />}
        {state.status === "failed" && <Alert tone="bad" title={state.message} />}
        {state.status === "invalid" && (
          <Alert tone="bad" title="Not saved yet">
            Have another look at the marked fields.
          </Alert>
        )}

        <fieldset className="grid gap-5 sm:grid-cols-6">
          <legend className={LEGEND}>You</legend>
          <TextField {...field("name")} label="Name" autoComplete="name" className="sm:col-span-6" />
          <TextField
            label="E-mail"
            defaultValue={profile.email}
            readOnly
            hint="You sign in with it, so it stays as it is."
            className="sm:col-span-6"
          />
          <TextField
            {...field("phoneDialingCode")}
            label="Dialling code"
            inputMode="tel"
            autoComplete="tel-country-code"
            placeholder="+47"
            className="sm:col-span-2"
          />
          <TextField
            {...field("phoneNumber")}
            label="Phone"
            isOptional
            inputMode="tel"
            autoComplete="tel-national"
            className="sm:col-span-4"
          />
        </fieldset>

        <fieldset className="grid gap-5 sm:grid-cols-6">
          <legend className={LEGEND}>Where you are</legend>
          <TextField
            {...field("address1")}
            label="Address"
            isOptional
            autoComplete="address-line1"
            className="sm:col-span-6"
          />
          <TextField
            {...field("address2")}
            label="Flat, floor, boat"
            isOptional
            autoComplete="address-line2"
            className="sm:col-span-6"
          />
          <TextField
            {...field("zip")}
            label="Postcode"
            isOptional
            autoComplete="postal-code"
            className="sm:col-span-2"
          />
          <TextField
            {...field("city")}
            label="City"
            isOptional
            autoComplete="address-level2"
            className="sm:col-span-4"
          />
          <TextField
            {...field("state")}
            label="State or region"
            isOptional
            autoComplete="address-level1"
            className="sm:col-span-3"
          />
          <SelectField
            {...field("countryCode")}
            label="Country"
            isOptional
            autoComplete="country"
            className="sm:col-span-3"
          >
            <option value="">–</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </fieldset>

        <div>
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        </div>
      </form>
    </Panel>
  );
}

const LEGEND = "mb-5 font-display text-xl font-semibold tracking-tight";
