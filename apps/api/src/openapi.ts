import { allEndpoints, type Endpoint, problem, type ProblemName, problemKinds } from '@qinglan/contracts';
import * as z from 'zod';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
};

const jsonBody = (schema: Json, type = 'application/json'): Json => ({ content: { [type]: { schema } } });

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

function parameters(endpoint: Endpoint): Json[] {
  const listed = (part: 'params' | 'query', place: 'path' | 'query') => {
    const { properties = {}, required = [] } = schemaOf(endpoint[part], 'input') as ObjectSchema;
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
    }));
  };
  const version = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };
  return [...listed('params', 'path'), ...listed('query', 'query'), ...(endpoint.versioned ? [version] : [])];
}

/** What any door may answer besides its own problems. */
function problemsOf(endpoint: Endpoint): readonly ProblemName[] {
  const always: ProblemName[] = ['invalid-input', 'too-fast', 'unexpected', 'database-away'];
  const closed: ProblemName[] = endpoint.access === 'public' ? [] : ['not-signed-in', 'forbidden'];
  const versioned: ProblemName[] = endpoint.versioned ? ['version-missing'] : [];
  return [...new Set([...endpoint.problems, ...always, ...closed, ...versioned])];
}

function responses(endpoint: Endpoint): Json {
  const byStatus = Map.groupBy(problemsOf(endpoint), (name) => problemKinds[name].status);
  const refusals = [...byStatus].map(([status, names]) => [
    String(status),
    {
      description: names.join(', '),
      ...jsonBody({ $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
    },
  ]);
  const file = { content: { 'application/octet-stream': {} } };
  const reply = endpoint.carries === 'file' ? file : jsonBody(schemaOf(endpoint.reply, 'output'));
  return { 200: { description: 'done', ...reply }, ...Object.fromEntries(refusals) };
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return {};
  if (endpoint.carries === 'form') {
    const files = { type: 'array', items: { type: 'string', format: 'binary' } };
    return { requestBody: jsonBody({ type: 'object', properties: { file: files } }, 'multipart/form-data') };
  }
  const schema = schemaOf(endpoint.body, 'input');
  const isEmpty = Object.keys((schema as ObjectSchema).properties ?? { union: 1 }).length === 0;
  return isEmpty ? {} : { requestBody: { required: true, ...jsonBody(schema) } };
}

const operation = ([name, endpoint]: [string, Endpoint]): Json => ({
  operationId: name,
  summary: endpoint.summary,
  description: `Access: ${typeof endpoint.access === 'string' ? endpoint.access : endpoint.access.roles.join(', ')}`,
  ...(endpoint.access === 'public' ? { security: [] } : {}),
  parameters: parameters(endpoint),
  ...requestBody(endpoint),
  responses: responses(endpoint),
});

const openPath = (path: string) => `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;

/** The interface as OpenAPI 3.1, made from the contracts and from nothing else. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const entry of Object.entries(allEndpoints())) {
    const path = (paths[openPath(entry[1].path)] ??= {});
    path[entry[1].method.toLowerCase()] = operation(entry);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '青蓝 Qinglan',
      version: '1.0.0',
      description: 'Times are UTC instants; wall times are Beijing time.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qinglan_session' } },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}
