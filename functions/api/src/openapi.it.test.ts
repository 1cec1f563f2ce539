import { modules } from '@atlas/modules';
import { type Api, startApi } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Json = Record<string, unknown>;
type OpenApiOperation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Json };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
};

let api: Api;
let document: Json & {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Json; securitySchemes: Json };
};

beforeAll(async () => {
  api = await startApi(13);
  document = (await api.visitor().send('GET', '/v1/openapi.json')).body;
});
afterAll(() => api.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  );

describe('openapi.json', () => {
  it('is an OpenAPI 3.1 document of every operation, each named once', () => {
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./), info: { title: 'Atlas ERP', version: '1' } });
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const registered = modules.flatMap((module) => module.operations.map(({ route }) => String(route.name)));
    expect(registered.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('declares exactly the parameters of each path, and a JSON body where there is one', () => {
    for (const { path, method, operationId, parameters, requestBody } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort(), operationId).toEqual(named);
      expect(
        inPath.every(({ required, schema }) => required && schema !== undefined),
        operationId,
      ).toBe(true);
      expect(requestBody !== undefined, operationId).toBe(['post', 'put', 'patch'].includes(method));
      if (method === 'post') expect(parameters.map(({ name }) => name)).toContain('Idempotency-Key');
    }
  });

  it('promises one success and problem documents for everything else', () => {
    for (const { operationId, responses } of operations()) {
      const statuses = Object.keys(responses);
      expect(
        statuses.filter((status) => status.startsWith('2')),
        operationId,
      ).toHaveLength(1);
      for (const [status, { content }] of Object.entries(responses)) {
        if (status.startsWith('2')) continue;
        expect(content, `${operationId} ${status}`).toHaveProperty(['application/problem+json', 'schema', '$ref']);
      }
    }
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string);
    expect(references.length).toBeGreaterThan(50);
    const broken = references.filter((reference) => {
      const name = reference.replace('#/components/schemas/', '');
      return !(name in document.components.schemas);
    });
    expect(broken).toEqual([]);
  });

  it('has a page for people whose parts all load', async () => {
    const page = await api.visitor().send('GET', '/v1/docs');
    expect(page.status).toBe(200);
    const parts = [...page.text.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] as string);
    for (const part of parts) expect((await api.visitor().send('GET', part)).status, part).toBe(200);
  });
});
