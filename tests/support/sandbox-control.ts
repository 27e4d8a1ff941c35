/** A fault between the app and ProcessOut; see sandbox/README.md. */
export type Fault = {
  /** Such as `POST /customers/:customer/tokens`. Name one customer: other tests use the same sandbox. */
  match: string;
  kind: string;
  status?: number;
  error_type?: string;
  latency_ms?: number;
  times?: number;
  /** Process the request, then fail the answer. */
  after?: boolean;
};

export type LoggedRequest = { id: string; method: string; path: string; status: number };

export type LoggedEvent = { id: string; name: string };

export type SandboxControl = ReturnType<typeof createSandboxControl>;

/** A client of the sandbox's control API. Faults that it added are removed by `removeFaults`. */
export function createSandboxControl() {
  const faults: string[] = [];

  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${process.env.SANDBOX_CONTROL_URL}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    /** The id of a new card of a scenario. */
    async makeCard(
      scenario: string,
      expiry: { exp_month?: number; exp_year?: number } = {},
    ): Promise<string> {
      const { card } = await call("POST", "/cards", { scenario, ...expiry });
      return card.id;
    },

    /** The number of a scenario's test card, without spaces. */
    async getCardNumber(scenario: string): Promise<string> {
      const { scenarios } = await call("GET", "/scenarios");
      const known = scenarios.find(({ name }: { name: string }) => name === scenario);
      if (!known) throw new Error(`There is no scenario called ${scenario}.`);
      return known.number;
    },

    /** Lasts until the end of the test. */
    async addFault(fault: Fault): Promise<void> {
      const answer = await call("POST", "/faults", fault);
      faults.push(answer.fault.id);
    },

    /** The API requests whose path contains `path`, newest first. */
    async listRequests(path: string): Promise<LoggedRequest[]> {
      const { requests } = await call("GET", `/requests?limit=1000&path=${encodeURIComponent(path)}`);
      return requests;
    },

    /** The events that name an object, newest first. */
    async listEvents(about: string): Promise<LoggedEvent[]> {
      return (await call("GET", `/objects/events?search=${encodeURIComponent(about)}`)).objects;
    },

    /** What the payer's bank does about a captured transaction. */
    async dispute(transactionId: string, step: "created" | "won" | "lost"): Promise<void> {
      await call("POST", `/transactions/${transactionId}/disputes`, { step });
    },

    /** Moves the sandbox's clock, for other tests too. What becomes due in between happens. */
    async advanceClock(ms: number): Promise<void> {
      await call("POST", "/clock", { advance_ms: ms });
    },

    /** The sandbox's time in milliseconds since 1970. */
    async readClock(): Promise<number> {
      return Date.parse((await call("GET", "/clock")).now);
    },

    async removeFaults(): Promise<void> {
      for (const id of faults.splice(0)) await call("DELETE", `/faults/${id}`);
    },
  };
}
