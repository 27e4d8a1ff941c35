/** Whether these are test credentials. Personas and the outbox must never meet a live key. */
export const areSandboxKeys = ({ id, privateKey }: { id: string; privateKey: string }): boolean =>
  id.startsWith("test-") && /^key_(sandbox|test)_/.test(privateKey);
