"use client";

import { useRef } from "react";
import { FormFailure } from "@/components/auth/failure";
import { ActionForm, useFormAction } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFocusInvalid } from "@/components/ui/use-focus-invalid";
import type { FormState } from "@/lib/platform/form-state";

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
  const [state, submit] = useFormAction(action);
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
      <ActionForm ref={form} action={submit} noValidate className="grid gap-8">
        <fieldset className="grid grid-cols-6 gap-x-4 gap-y-5">
          <legend className={LEGEND}>You</legend>
          <TextField {...field("name")} label="Name" autoComplete="name" className="col-span-6" />
          <TextField
            label="E-mail"
            defaultValue={profile.email}
            readOnly
            hint="You sign in with it, so it cannot be changed."
            className="col-span-6"
          />
          <TextField
            {...field("phoneDialingCode")}
            label="Dialling code"
            inputMode="tel"
            autoComplete="tel-country-code"
            placeholder="+47"
            className="col-span-2"
          />
          <TextField
            {...field("phoneNumber")}
            label="Phone"
            inputMode="tel"
            autoComplete="tel-national"
            className="col-span-4"
          />
        </fieldset>

        <fieldset className="grid grid-cols-6 gap-x-4 gap-y-5">
          <legend className={LEGEND}>Address</legend>
          <TextField
            {...field("address1")}
            label="Address"
            autoComplete="address-line1"
            className="col-span-6"
          />
          <TextField
            {...field("address2")}
            label="Apartment, floor"
            autoComplete="address-line2"
            className="col-span-6"
          />
          <TextField {...field("zip")} label="Postcode" autoComplete="postal-code" className="col-span-2" />
          <TextField {...field("city")} label="City" autoComplete="address-level2" className="col-span-4" />
          <TextField
            {...field("state")}
            label="State or region"
            autoComplete="address-level1"
            className="col-span-6 sm:col-span-3"
          />
          <SelectField
            {...field("countryCode")}
            label="Country"
            autoComplete="country"
            className="col-span-6 sm:col-span-3"
          >
            <option value="">–</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </fieldset>

        <div className="grid justify-items-start gap-4">
          {state.status === "done" && <Alert tone="good" title={state.message} />}
          <FormFailure state={state} />
          {state.status === "invalid" && (
            <Alert tone="bad" title="Not saved yet">
              Correct the marked fields and save again.
            </Alert>
          )}
          <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

const LEGEND = "mb-5 font-display text-xl font-semibold tracking-tight";
