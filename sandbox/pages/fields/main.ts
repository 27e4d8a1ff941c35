import type { FieldMessage, FieldName, FieldOptions } from "../../client/field-message";
import { createField, type Field, type Setup } from "./field";
import { hearPage, tellPage } from "./page-link";

let field: Field | undefined;

/** The page may set a field up more than once (it does in Firefox): the first makes it, a later one restyles it. */
function setUp({ projectID = "", formID = "", data }: FieldMessage) {
  const setup = data as Setup;
  if (field) return field.update(setup);
  field = createField(projectID, formID, setup);
  tellPage("ready");
}

async function answer(field: Field, { action, data, messageID }: FieldMessage) {
  if (action === "resize") field.resize();
  else if (action === "focus") field.focus();
  else if (action === "blur") field.blur();
  else if (action === "update") field.update(data as FieldOptions);
  else if (action === "registerEvent") field.registerEvent(String(data));
  else if (action === "validate") tellPage("validate", field.validate(), messageID);
  else if (action === "tokenize")
    tellPage("tokenize", await field.tokenize(data as { fields: FieldName[] }), messageID);
  else if (action === "refresh-cvc") tellPage("refresh-cvc", await field.refreshCVC(String(data)), messageID);
}

hearPage((message) => {
  if (message.action === "setup") setUp(message);
  else if (field) void answer(field, message);
});
tellPage("alive");
