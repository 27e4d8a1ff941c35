import { ActionHandler } from "./action-handler";
import { ActionFlow, ActionHandlerOptions } from "./action-options";
import { scriptVersion } from "./api-request";
import { Card, Expiry } from "./card";
import { CardField } from "./card-field";
import { CardForm } from "./card-form";
import { ProcessOut } from "./client";
import { Exception } from "./exception";
import { unsupported } from "./unsupported";

Object.assign(ProcessOut.prototype, unsupported);

/** The global that a page finds after loading `/processout.js`, named as in the official script. */
Object.assign(window, {
  ProcessOut: {
    ProcessOut,
    Card,
    Expiry,
    CardForm,
    CardField,
    Exception,
    ActionFlow,
    ActionHandler,
    ActionHandlerOptions,
    DEBUG: false,
    DEBUG_HOST: null,
    SCRIPT_VERSION: scriptVersion,
  },
});
