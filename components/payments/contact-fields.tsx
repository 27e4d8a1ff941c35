import { SelectField, TextField } from "@/components/ui/field";
import type { ContactField, ContactInput } from "@/lib/payments/contact-schema";

type Props = {
  contact: ContactInput;
  errors: Partial<Record<ContactField, string>>;
  countries: { code: string; name: string }[];
};

export function ContactFields({ contact, errors, countries }: Props) {
  const field = (name: ContactField) => ({ name, defaultValue: contact[name] ?? "", error: errors[name] });
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
