import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, type RunningStandIn, type StandIn } from '../standin.ts';
import { openBucket, type S3Object } from './bucket.ts';
import { perform, type S3Answer } from './operations.ts';
import { S3Refusal } from './refusal.ts';
import { checkSignature, credentials, region } from './signature.ts';

const bucketName = 'atlas-files';

export type S3StandIn = RunningStandIn & {
  readonly environment: Readonly<Record<string, string>>;
  /** What lies in the bucket, by key. */
  readonly objects: ReadonlyMap<string, S3Object>;
  unfinished(): number;
  expire(now: Date): void;
  /** Answers everything with this status until null is set. */
  fail(status: number | null): void;
};

const environmentAt = (url: string) => ({
  STORAGE_FOLDER: '',
  STORAGE_BUCKET: bucketName,
  STORAGE_PREFIX: 'test',
  STORAGE_ENDPOINT: url,
  UPLOAD_ORIGIN: url,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

/** Those of the bucket; and people in tests, who all have one address, say with each request which would be theirs. */
const allowedHeaders = ['content-type', 'x-forwarded-for'];

/** The rule of the bucket for pages (`stacks/foundation/storage.ts`). */
function corsOf({ headers, method }: IncomingMessage): Record<string, string> | null {
  const { origin, 'access-control-request-method': wanted = method, 'access-control-request-headers': names = '' } = headers;
  const asked = names.split(',').map((name) => name.trim().toLowerCase());
  if (origin === undefined || wanted !== 'PUT') return null;
  if (asked.some((name) => name !== '' && !allowedHeaders.includes(name))) return null;
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': allowedHeaders.join(', '),
    'access-control-max-age': '3600',
    vary: 'Origin',
  };
}

function preflight(request: IncomingMessage): S3Answer {
  const headers = corsOf(request);
  if (!headers) throw new S3Refusal(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  return { status: 200, headers };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: S3Answer): void {
  response.writeHead(status, { ...corsOf(request), ...headers }).end(body);
}

/** S3 on loopback: one bucket by path, signatures in the header and in the address, ranges, uploads in parts, CORS. */
export async function startS3(port = 0): Promise<S3StandIn> {
  const bucket = openBucket();
  let failing: number | null = null;
  const answer = async (request: IncomingMessage): Promise<S3Answer> => {
    if (request.method === 'OPTIONS') return preflight(request);
    if (failing !== null) throw new S3Refusal(failing, 'InternalError', 'We encountered an internal error. Please try again.');
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    checkSignature(request, url, null);
    const body = await buffer(request);
    checkSignature(request, url, body);
    const [, name, key = ''] = /^\/([^/]+)\/?(.*)$/s.exec(decodeURIComponent(url.pathname)) ?? [];
    if (name !== bucketName) throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
    return perform(bucket, { request, key, query: url.searchParams, body });
  };
  const server = createServer(async (request, response) => {
    try {
      send(request, response, await answer(request));
    } catch (error) {
      const refusal = error instanceof S3Refusal ? error : new S3Refusal(500, 'InternalError', String(error));
      request.resume();
      send(request, response, { status: refusal.status, headers: { 'content-type': 'application/xml' }, body: refusal.xml });
    }
  });
  const running = await listen(server, port);
  return {
    ...running,
    environment: environmentAt(running.url),
    objects: bucket.objects,
    unfinished: bucket.unfinished,
    expire: bucket.expire,
    fail: (status) => {
      failing = status;
    },
  };
}

export const s3: StandIn = { name: 's3', onlyWith: 'S3', environmentAt, start: startS3 };
