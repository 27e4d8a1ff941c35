/** What is said about a field of the contact that is empty. The form says it before the server is asked. */
export const EMPTY_CONTACT = {
  email: "Enter an e-mail address, such as you@example.com.",
  name: "Whose name goes on the parcel?",
  address1: "Where should it go?",
  zip: "Enter a postcode.",
  city: "Enter a city.",
  countryCode: "Choose a country.",
} as const;
