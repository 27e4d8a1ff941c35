/** The envelope of every message between the merchant's page and a hosted field: JSON text, never an object. */
export type FieldMessage = {
  namespace: "processout.field";
  action: string;
  frameID?: string;
  projectID?: string;
  formID?: string;
  messageID?: string;
  data?: unknown;
};

export type FieldType = "number" | "expiry" | "expiry-month" | "expiry-year" | "cvc";

/** The names under which a form lists its fields when it asks the number field to tokenize. */
export type FieldName = "number" | "exp" | "exp-month" | "exp-year" | "cvc";

export type FieldStyle = Record<string, unknown> & { height?: string };

export type FieldOptions = {
  placeholder?: string;
  style?: FieldStyle;
  requireCVC?: boolean;
  expiryAutoNext?: boolean;
  cardNumberAutoNext?: boolean;
  enableCardSchemeSelection?: boolean;
  preferredSchemes?: string[] | null;
};

/** Reads one message; anything that is not ours is `undefined`. */
export function readFieldMessage(event: MessageEvent): FieldMessage | undefined {
  if (typeof event.data !== "string") return undefined;
  try {
    const message = JSON.parse(event.data) as FieldMessage | null;
    return message?.namespace === "processout.field" ? message : undefined;
  } catch {
    return undefined;
  }
}

export function randomID(): string {
  return Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
}
