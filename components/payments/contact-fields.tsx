import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import type { ContactField, ContactInput, KnownContact } from "@/lib/payments/contact-schema";

type Errors = Partial<Record<ContactField, string>>;
type Props = {
  contact: KnownContact;
  errors: Errors;
  countries: { code: string; name: string }[];
};

/**
 * The fields of the contact. A complete one that is known is a line, and *Change* opens the fields behind it: a closed
 * `details` element has its fields in the form, and opens without a script.
 */
export function ContactFields({ contact: { fields: values, address }, errors, countries }: Props) {
  const fields = <Fields values={values} errors={errors} countries={countries} />;
  if (!address) return fields;
  return (
    <KnownAddress contact={values} address={address} errors={errors}>
      {fields}
    </KnownAddress>
  );
}

type KnownProps = { contact: ContactInput; address: string; errors: Errors; children: ReactNode };

function KnownAddress({ contact, address, errors, children }: KnownProps) {
  const details = useRef<HTMLDetailsElement>(null);

  // The browser may have filled in what was typed before the shopper left the page: the line would not say so.
  useEffect(() => {
    if (details.current && listFields(details.current).some(({ name, value }) => value !== contact[name]))
      details.current.open = true;
  }, [contact]);
  // A field inside of a closed element cannot have the focus. The form gives it to the first wrong one after this effect.
  useEffect(() => {
    if (details.current && Object.keys(errors).length > 0) details.current.open = true;
  }, [errors]);

  function change(event: MouseEvent) {
    event.preventDefault();
    if (!details.current) return;
    details.current.open = true;
    listFields(details.current)[0]?.focus();
  }

  return (
    <details ref={details} className="group">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control, and keys press it too. */}
      <summary
        onClick={change}
        className="flex cursor-pointer list-none items-center justify-between gap-4 group-open:hidden [&::-webkit-details-marker]:hidden"
      >
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span className="font-medium">{address}</span>
          <span className="min-w-0 truncate text-muted max-sm:sr-only">
            <bdi>{contact.name}</bdi>
            <span>, {contact.email}</span>
          </span>
        </span>
        <span className="shrink-0 font-semibold underline underline-offset-4">Change</span>
      </summary>
      {children}
    </details>
  );
}

type NamedField = (HTMLInputElement | HTMLSelectElement) & { name: ContactField };

const listFields = (element: HTMLElement) => [...element.querySelectorAll<NamedField>("input, select")];

type FieldsProps = { values: ContactInput; errors: Errors; countries: Props["countries"] };

function Fields({ values, errors, countries }: FieldsProps) {
  const field = (name: ContactField) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      <TextField
        {...field("email")}
        label="E-mail"
        hint="For the receipt."
        type="email"
        inputMode="email"
        autoComplete="email"
        className="col-span-6"
      />
      <TextField {...field("name")} label="Name" autoComplete="name" className="col-span-6" />
      <TextField {...field("address1")} label="Address" autoComplete="address-line1" className="col-span-6" />
      <TextField
        {...field("address2")}
        label="Apartment or floor"
        isOptional
        autoComplete="address-line2"
        className="col-span-6"
      />
      <TextField {...field("zip")} label="Postcode" autoComplete="postal-code" className="col-span-2" />
      <TextField {...field("city")} label="City" autoComplete="address-level2" className="col-span-4" />
      <SelectField {...field("countryCode")} label="Country" autoComplete="country" className="col-span-6">
        <option value="">Choose a country</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** The present values of the fields. */
export function readContact(form: HTMLFormElement): ContactInput {
  const data = new FormData(form);
  const text = (name: ContactField) => String(data.get(name) ?? "");
  return {
    email: text("email"),
    name: text("name"),
    address1: text("address1"),
    address2: text("address2"),
    zip: text("zip"),
    city: text("city"),
    countryCode: text("countryCode"),
  };
}
