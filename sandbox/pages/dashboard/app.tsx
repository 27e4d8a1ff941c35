import type { ReactNode } from "react";
import { ClockPanel } from "./clock-panel";
import { DataPanel } from "./data-panel";
import { EndpointPanel } from "./endpoint-panel";
import { FaultPanel } from "./fault-panel";
import { kinds } from "./kinds";
import { hrefOf, useLocation } from "./location";
import { ObjectList } from "./object-list";
import { ObjectView } from "./object-view";
import { RequestList } from "./request-list";
import { ScenarioDeck } from "./scenario-deck";
import { useControl } from "./use-control";

const tools: Record<string, { title: string; draw: (search: string) => ReactNode }> = {
  requests: { title: "Requests", draw: (search) => <RequestList initialSearch={search} /> },
  scenarios: { title: "Test cards", draw: () => <ScenarioDeck /> },
  faults: { title: "Faults", draw: () => <FaultPanel /> },
  webhooks: { title: "Webhook endpoints", draw: () => <EndpointPanel /> },
  clock: { title: "Clock", draw: () => <ClockPanel /> },
  data: { title: "Data", draw: () => <DataPanel /> },
};

function Menu({
  title,
  items,
  current,
}: {
  title: string;
  items: Record<string, { title: string }>;
  current: string;
}) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {Object.entries(items).map(([name, item]) => (
          <li key={name}>
            <a href={hrefOf(name)} aria-current={name === current ? "page" : undefined}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function App() {
  const { view, id, search } = useLocation();
  const { data } = useControl<{ projects: { id: string; name: string }[]; strict: boolean }>("projects");
  const project = data?.projects[0];
  return (
    <div className="shell">
      <nav aria-label="Dashboard">
        <a className="brand" href={hrefOf("customers")}>
          ProcessOut <b>sandbox</b>
        </a>
        <Menu title="Objects" items={kinds} current={view} />
        <Menu title="Tools" items={tools} current={view} />
        {project && (
          <p className="project">
            <span>{project.name}</span>
            <span className="mono">test-{project.id.replace(/^test-/, "")}</span>
            {data.strict && <span className="badge warn">strict</span>}
          </p>
        )}
      </nav>
      <main key={`${view}/${id ?? ""}`}>
        {tools[view]?.draw(search) ??
          (id ? <ObjectView view={view} id={id} /> : <ObjectList view={view} initialSearch={search} />)}
      </main>
    </div>
  );
}
