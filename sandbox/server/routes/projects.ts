import { projectIdOf } from "../auth";
import { invalid, notFound, notSupported } from "../errors";
import { paginate } from "../pagination";
import { ignored, text } from "../params";
import { currency } from "../readers";
import { showGatewayConfiguration, showProject } from "../resources";
import { type Answer, type Context, type Route, route } from "../route";
import { insertProject } from "../rules/new-project";
import { GATEWAY } from "../wire/gateway";

const SUPERVISED = {
  id: ignored,
  name: text({ max: 80 }),
  default_currency: currency,
  dunning_configuration: ignored,
  applepay_settings: ignored,
};

/**
 * The caller's environment and its one gateway, to be read (server-api.md §3.7): an SDK follows a transaction to its
 * gateway configuration, and a customer to its project. Changing them is not supported (not-supported.ts).
 */
export const projectRoutes: Route[] = [
  route({
    method: "GET",
    path: "/projects/:project",
    access: "private",
    params: {},
    handle: (context) => ({ body: { project: showProject(context, ownProject(context), context.expand) } }),
  }),
  route({
    method: "GET",
    path: "/projects/:project/gateway-configurations",
    access: "private",
    params: {},
    handle: (context) => {
      ownProject(context);
      return list(context);
    },
  }),
  route({
    method: "GET",
    path: "/gateway-configurations",
    access: "public",
    params: {},
    handle: (context) => {
      // A browser asks for the alternative payment methods that a checkout may offer.
      if (context.access === "public") throw notSupported("alternative payment methods");
      return list(context);
    },
  }),
  route({
    method: "GET",
    path: "/gateway-configurations/:configuration",
    access: "private",
    params: {},
    handle: (context) => {
      if (context.path.configuration !== GATEWAY.configurationId) throw notFound("gateway-configuration");
      const { project, expand } = context;
      return { body: { gateway_configuration: showGatewayConfiguration(context, project.id, expand) } };
    },
  }),
  route({
    method: "GET",
    path: "/gateways/:gateway/gateway-configurations",
    access: "private",
    params: {},
    handle: (context) => {
      if (context.path.gateway !== GATEWAY.name) throw notFound("gateway");
      return list(context);
    },
  }),
  route({
    // A supervised project is an environment like any other; its key is answered only here.
    method: "POST",
    path: "/supervised-projects",
    access: "private",
    params: SUPERVISED,
    handle: (context) => {
      const { name, default_currency } = context.params;
      if (!name) throw invalid("request.validation.missing-name", "A project needs a name.", "name");
      const supervisor_project_id = context.project.id;
      const made = insertProject(context, { name, default_currency, supervisor_project_id });
      return {
        body: { project: { ...showProject(context, made.id, context.expand), private_key: made.key } },
      };
    },
  }),
  route({
    method: "GET",
    path: "/supervised-projects",
    access: "private",
    params: {},
    handle: (context) => {
      const { query, store, project, expand } = context;
      const { rows, envelope } = paginate(query, store.projects, "supervisor", project.id);
      return { body: { ...envelope, projects: rows.map(({ id }) => showProject(context, id, expand)) } };
    },
  }),
];

/** SDKs hold the id with `test-`, as a credential, or without, as objects show it. */
function ownProject({ project, path }: Context): string {
  if (projectIdOf(path.project ?? "") !== project.id) throw notFound("project");
  return project.id;
}

/** The one gateway configuration; an empty page after a cursor. */
function list(context: Context): Answer {
  const { query, project, expand } = context;
  const hasCursor = query.get("start_after") || query.get("end_before");
  const shown = hasCursor ? [] : [showGatewayConfiguration(context, project.id, expand)];
  const envelope = { count: shown.length, has_more: false, limit: 10, order: "desc", success: true };
  return { body: { ...envelope, total_count: 1, gateway_configurations: shown } };
}
