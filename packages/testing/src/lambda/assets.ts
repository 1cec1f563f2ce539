import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { brotli, compressed, isCompressed } from './compression.ts';
import type { Assets } from './web-function.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css;charset=UTF-8',
  '.js': 'text/javascript;charset=UTF-8',
  '.json': 'application/json;charset=UTF-8',
  '.map': 'application/json;charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=UTF-8',
  '.woff2': 'font/woff2',
};

const year = 31_536_000;
const day = 86_400;

/** What a deployment writes to each file in the bucket. */
const cacheControl = (path: string, { versioned }: Assets): string =>
  path.startsWith(`/${versioned}/`)
    ? `public,max-age=${year},immutable`
    : `public,max-age=0,s-maxage=${day},stale-while-revalidate=${day}`;

type File = { readonly body: Buffer; readonly headers: IncomingHttpHeaders };

export type Bucket = {
  /** Whether a path is the bucket's to answer: it has the file, or nobody else could have it. */
  has(path: string): boolean;
  serve(path: string, request: IncomingMessage, response: ServerResponse): void;
};

/** A bucket with the assets of a site, as CloudFront reads it and remembers what it read. */
export function openBucket(assets: Assets): Bucket {
  const entries = readdirSync(assets.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = new Set(entries.map(({ parentPath, name }) => `/${relative(assets.folder, join(parentPath, name))}`));
  const kept = new Map<string, File>();

  const read = (path: string): File => {
    const body = readFileSync(join(assets.folder, path));
    const type = types[extname(path)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': cacheControl(path, assets), 'content-length': String(body.length) };
    return { body, headers };
  };
  const squeeze = ({ body, headers }: File): File => {
    const small = brotliCompressSync(body, brotli);
    return { body: small, headers: { ...compressed(headers), 'content-length': String(small.length) } };
  };
  const keep = (key: string, make: () => File): File => {
    const file = kept.get(key) ?? make();
    kept.set(key, file);
    return file;
  };

  return {
    has: (path) => paths.has(path) || path.startsWith(`/${assets.versioned}/static/`),
    serve: (path, request, response) => {
      // A bucket that may not be listed does not say whether it lacks a file.
      if (!paths.has(path)) return void response.writeHead(403).end();
      const plain = keep(path, () => read(path));
      const file = isCompressed(request.headers, plain.headers) ? keep(`${path} br`, () => squeeze(plain)) : plain;
      response.writeHead(200, file.headers).end(file.body);
    },
  };
}
