import { useState } from "react";
import { Notice } from "./notice";
import { SearchBox } from "./search-box";
import { useControl } from "./use-control";

type Scenario = {
  name: string;
  number: string;
  title: string;
  description: string;
  outcome: string;
  published: boolean;
};

const grouped = (number: string) =>
  (/^3[47]/.test(number) ? number.match(/^(.{4})(.{6})(.+)$/)?.slice(1) : number.match(/.{1,4}/g))?.join(" ");

/** Every test card and what it does; a click copies its number. */
export function ScenarioDeck() {
  const { data, error } = useControl<{ scenarios: Scenario[] }>("scenarios");
  const [search, setSearch] = useState("");
  const [copied, setCopied] = useState("");
  const found = (data?.scenarios ?? []).filter((scenario) =>
    JSON.stringify(scenario).toLowerCase().includes(search.toLowerCase()),
  );
  async function copy({ number, title }: Scenario) {
    await navigator.clipboard.writeText(number);
    setCopied(`${title}: number copied.`);
  }
  return (
    <>
      <header className="bar">
        <h1>Test cards</h1>
        <span className="count">{found.length}</span>
        <SearchBox value={search} hint="Name, number, outcome" onChange={setSearch} />
        <span role="status" className="said">
          {copied}
        </span>
      </header>
      <p className="lead">
        Any future expiry and any CVC are accepted. Cards that ProcessOut publishes behave as it documents.
      </p>
      {error && <Notice tone="bad">{error}</Notice>}
      <div className="scroll deck">
        <table aria-label="Test cards">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Card</th>
              <th scope="col">Behaviour</th>
              <th scope="col">Outcome</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {found.map((scenario) => (
              <tr key={scenario.name}>
                <td>
                  <button type="button" className="copy mono" title="Copy" onClick={() => copy(scenario)}>
                    {grouped(scenario.number)}
                  </button>
                </td>
                <td>
                  {scenario.title} <span className="mono none">{scenario.name}</span>
                </td>
                <td>{scenario.description}</td>
                <td className="mono">{scenario.outcome}</td>
                <td>
                  <span className={`badge ${scenario.published ? "quiet" : "warn"}`}>
                    {scenario.published ? "ProcessOut" : "sandbox only"}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
