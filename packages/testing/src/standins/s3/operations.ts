import type { IncomingMessage } from 'node:http';
import { type Bucket, etagOf, type S3Object } from './bucket.ts';
import { S3Refusal } from './refusal.ts';

export type S3Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Buffer | string };

type Asked = { readonly request: IncomingMessage; readonly key: string; readonly query: URLSearchParams; readonly body: Buffer };

const typeOf = ({ headers }: IncomingMessage): string => headers['content-type'] ?? 'binary/octet-stream';

const xml = (name: string, content: string): S3Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${name}>`,
});

/** Only `bytes=first-last` and `bytes=first-`, as the SDK asks. */
function rangeOf({ headers }: IncomingMessage, { length }: Buffer): [first: number, last: number] | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === undefined) return null;
  if (Number(first) >= length) throw new S3Refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
  return [Number(first), Math.min(last ? Number(last) : length - 1, length - 1)];
}

function read(request: IncomingMessage, { body, type, at }: S3Object): S3Answer {
  const range = rangeOf(request, body);
  const part = range ? body.subarray(range[0], range[1] + 1) : body;
  return {
    status: range ? 206 : 200,
    headers: {
      'content-type': type,
      'content-length': String(part.length),
      etag: etagOf(body),
      'last-modified': at.toUTCString(),
      ...(range ? { 'content-range': `bytes ${range[0]}-${range[1]}/${body.length}` } : {}),
    },
    ...(request.method === 'GET' ? { body: part } : {}),
  };
}

function put(bucket: Bucket, { request, key, query, body }: Asked): S3Answer {
  const upload = query.get('uploadId');
  if (upload === null) bucket.put(key, body, typeOf(request));
  else bucket.part(upload, key, Number(query.get('partNumber')), body);
  return { status: 200, headers: { etag: etagOf(body) } };
}

function post(bucket: Bucket, { request, key, query, body }: Asked): S3Answer {
  const upload = query.get('uploadId');
  if (upload === null) return xml('InitiateMultipartUploadResult', `<UploadId>${bucket.begin(key, typeOf(request))}</UploadId>`);
  const parts = [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']): [number, string] => [
    Number(/<PartNumber>(\d+)/.exec(part)?.[1]),
    `"${/<ETag>(?:&quot;|")?([0-9a-f]+)/.exec(part)?.[1]}"`,
  ]);
  return xml('CompleteMultipartUploadResult', `<ETag>${etagOf(bucket.complete(upload, key, parts))}</ETag>`);
}

function remove(bucket: Bucket, { key, query }: Asked): S3Answer {
  const upload = query.get('uploadId');
  if (upload === null) bucket.remove(key);
  else bucket.abort(upload, key);
  return { status: 204 };
}

/** S3 may tell of fewer than were asked for: it does. */
const keysOfAPage = 10;

function list(bucket: Bucket, { query }: Asked): S3Answer {
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const page = keys.slice(0, keysOfAPage).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  return xml('ListBucketResult', `<IsTruncated>${keys.length > keysOfAPage}</IsTruncated>${page.join('')}`);
}

function removeAll(bucket: Bucket, { body }: Asked): S3Answer {
  for (const [, key = ''] of body.toString().matchAll(/<Key>(.*?)<\/Key>/gs)) bucket.remove(key);
  return xml('DeleteResult', '');
}

/** Does what a request asks whose signature is right. */
export function perform(bucket: Bucket, asked: Asked): S3Answer {
  const { method } = asked.request;
  if (method === 'PUT') return put(bucket, asked);
  if (method === 'POST' && asked.query.has('delete')) return removeAll(bucket, asked);
  if (method === 'POST') return post(bucket, asked);
  if (method === 'DELETE') return remove(bucket, asked);
  if (method === 'GET' && asked.query.get('list-type') === '2') return list(bucket, asked);
  if (method === 'GET' || method === 'HEAD') return read(asked.request, bucket.get(asked.key));
  throw new S3Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
}
