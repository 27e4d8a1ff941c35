/** next-auth's error codes (its pages/error documentation) in words that do not say who has an account here. */
const SENTENCES: Record<string, string> = {
  Verification: "That link has been used already or is more than 15 minutes old. Ask for a new one.",
  EmailSignin: "We could not send a link to that address. Check it and try again.",
  OAuthAccountNotLinked: "You first signed in another way. Use that way again, or an e-mail link.",
  OAuthCreateAccount: "That account shares no e-mail address with us. Use an e-mail link instead.",
  AccessDenied: "You turned back at the gate. Try again whenever you like.",
};

export const signInFailure = (code: string) =>
  (Object.hasOwn(SENTENCES, code) && SENTENCES[code]) || "That did not work. Please try again.";
