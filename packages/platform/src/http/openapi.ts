import { type ErrorCatalogue, generalErrors, isQuery, pathParameters, type Route, workspaceHeader } from '@atlas/contract';
import { z } from 'zod';
import type { Module } from '../module.ts';

type Json = Record<string, unknown>;

/** Codes that any operation may answer with, besides those of its contract. */
const always = [
  'unauthenticated',
  'no_workspace',
  'not_a_member',
  'forbidden',
  'validation_failed',
  'too_many_requests',
] as const;

/** JSON Schema of a zod schema with its named parts moved to `components`. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _dialect,
    $defs = {},
    ...body
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Json };
  const moved = (part: unknown): Json => JSON.parse(JSON.stringify(part).replaceAll('#/$defs/', '#/components/schemas/')) as Json;
  for (const [name, part] of Object.entries($defs)) {
    const { id: _id, ...rest } = moved(part);
    components[name] = rest;
  }
  const { id: name, ...rest } = moved(body);
  if (typeof name !== 'string') return rest;
  components[name] = rest;
  return { $ref: `#/components/schemas/${name}` };
}

const without = (schema: Json, names: readonly string[]): Json => {
  const properties = Object.entries((schema.properties ?? {}) as Json).filter(([name]) => !names.includes(name));
  const required = ((schema.required ?? []) as string[]).filter((name) => !names.includes(name));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : { required: undefined }),
  };
};

const workspaceParameter: Json = {
  name: workspaceHeader,
  in: 'header',
  required: false,
  description: 'The workspace that this is for. Left out: the one of the session, or of the key.',
  schema: { type: 'string', format: 'uuid' },
};

function parametersOf(route: Route, input: Json): Json[] {
  const properties = (input.properties ?? {}) as Json;
  const required = (input.required ?? []) as string[];
  const inPath = pathParameters(route.path);
  const parameters: Json[] = inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] }));
  if (route.method === 'GET' || route.method === 'DELETE') {
    for (const [name, schema] of Object.entries(properties)) {
      if (!inPath.includes(name) && name !== 'version')
        parameters.push({ name, in: 'query', required: required.includes(name), schema });
    }
  }
  if (route.method === 'POST')
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } });
  if (!isQuery(route) && 'version' in properties)
    parameters.push({ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } });
  return route.house ? parameters : [...parameters, workspaceParameter];
}

function responsesOf(route: Route, output: Json, catalogue: ErrorCatalogue): Json {
  const responses: Record<string, Json> = {
    [String(route.status ?? 200)]: { description: 'Success', content: { 'application/json': { schema: output } } },
  };
  const codes = new Map<number, string[]>();
  const sometimes = [
    ...(route.house ? ['second_factor_required'] : ['workspace_suspended']),
    ...(route.house || isQuery(route) ? [] : ['trial_ended']),
    ...(route.feature ? ['feature_off'] : []),
    ...(route.fresh ? ['step_up_required'] : []),
    ...(route.amount ? ['amount_limit'] : []),
    ...(route.maskable ? ['forbidden_field'] : []),
  ];
  for (const code of [...always, ...sometimes, ...route.errors]) {
    const spec = catalogue[code];
    if (!spec) throw new Error(`${route.name} names the error ${code}, which no contract declares`);
    codes.set(spec.status, [...(codes.get(spec.status) ?? []), code]);
  }
  for (const [status, list] of [...codes].sort(([a], [b]) => a - b)) {
    responses[String(status)] = {
      description: [...new Set(list)].map((code) => `\`${code}\`: ${catalogue[code]?.title}`).join('  \n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Every code that the API may answer with. */
export const errorCatalogueOf = (modules: readonly Module[]): ErrorCatalogue =>
  Object.assign({}, generalErrors, ...modules.map((module) => module.errors));

/** How callers say who they are: people by their session, programs by a key. */
const securitySchemes: Json = {
  session: { type: 'apiKey', in: 'cookie', name: 'atlas.session_token' },
  key: { type: 'http', scheme: 'bearer', description: 'An API key of a service account: `atlas_…`' },
};
const [bySession, byKey] = [{ session: [] }, { key: [] }];

/** OpenAPI 3.1 of all modules. Events appear as webhooks. */
export function openApiOf(modules: readonly Module[]): Json {
  const catalogue = errorCatalogueOf(modules);
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const module of modules) {
    for (const { route } of module.operations as readonly { route: Route }[]) {
      const input = schemaOf(route.input, 'input', schemas);
      const hasBody = route.method === 'POST' || route.method === 'PUT' || route.method === 'PATCH';
      const content =
        route.body === 'binary'
          ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
          : { 'application/json': { schema: without(input, [...pathParameters(route.path), 'version']) } };
      const path = `/v1${route.path}`;
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: {
          operationId: route.name,
          summary: route.summary,
          tags: [module.name],
          'x-permission': route.name,
          // A program cannot prove anew who it is.
          ...(route.fresh || route.house ? { security: [bySession] } : {}),
          parameters: parametersOf(route, input),
          ...(hasBody ? { requestBody: { required: true, content } } : {}),
          responses: responsesOf(route, schemaOf(route.output, 'output', schemas), catalogue),
        },
      };
    }
  }
  const webhooks = modules.flatMap((module) =>
    module.events.map((spec) => {
      const schema = schemaOf(spec.payload, 'output', schemas);
      return [
        spec.name,
        {
          post: {
            summary: spec.summary,
            requestBody: { content: { 'application/json': { schema } } },
            responses: { '2XX': { description: 'Taken' } },
          },
        },
      ];
    }),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Atlas ERP', version: '1', description: 'The API of Atlas ERP. The web app uses nothing else.' },
    servers: [{ url: '/' }],
    security: [bySession, byKey],
    paths,
    webhooks: Object.fromEntries(webhooks),
    components: { schemas, securitySchemes },
  };
}
