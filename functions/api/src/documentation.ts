import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Module } from '@atlas/platform';
import { openApiOf } from '@atlas/platform/http';
import express, { type Router } from 'express';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Atlas ERP API</title><link rel="stylesheet" href="/v1/docs/assets/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/v1/docs/assets/swagger-ui-bundle.js"></script><script src="/v1/docs/start.js"></script></body>
</html>`;

const start = "SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#ui', deepLinking: true });";

/** Where the document lies beside a program that is bundled: to make it takes a third of a second and tens of megabytes. */
const written = join(import.meta.dirname, 'documents', 'openapi.json');

const openApiDocument = async (modules: readonly Module[]): Promise<Buffer> =>
  existsSync(written) ? readFile(written) : Buffer.from(JSON.stringify(openApiOf(modules)));

/** `/v1/openapi.json` for programs and `/v1/docs` for people. */
export function documentation(modules: readonly Module[]): Router {
  const router = express.Router();
  // The same bytes for everyone: whoever asks for it a thousand times without reading costs no thousand copies.
  let document: Promise<Buffer> | undefined;
  router.get('/v1/openapi.json', async (_request, response) => {
    document ??= openApiDocument(modules);
    response.type('application/json').send(await document);
  });
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/v1/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/v1/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  router.use('/v1/docs/assets', express.static(assets, { index: false }));
  return router;
}
