import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { S3Refusal } from './refusal.ts';

/** The only user that the stand-in knows. */
export const credentials = { accessKeyId: 'AKIASTANDIN', secretAccessKey: 'only the stand-in for S3 knows this' };
export const region = 'eu-central-1';

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What a request says of its signature, in its header or in its address. */
type Claim = {
  readonly credential: string;
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payload: string;
  /** How long it is good for. */
  readonly seconds: number;
};

function claimIn(request: IncomingMessage, query: URLSearchParams): Claim {
  if (query.has('X-Amz-Signature'))
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      date: query.get('X-Amz-Date') ?? '',
      signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
      signature: query.get('X-Amz-Signature') ?? '',
      payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
      seconds: Number(query.get('X-Amz-Expires')),
    };
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!parts) throw new S3Refusal(403, 'AccessDenied', 'Access Denied');
  const [, credential = '', signedHeaders = '', signature = ''] = parts;
  const { 'x-amz-date': date, 'x-amz-content-sha256': payload } = request.headers;
  return {
    credential,
    date: String(date),
    signedHeaders: signedHeaders.split(';'),
    signature,
    payload: String(payload),
    seconds: 900,
  };
}

/** As AWS encodes what it signs. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const queryText = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Computes the signature of a request anew (Signature Version 4) and compares.
 *
 * @param body null while it has not been read
 * @throws S3Refusal as S3 answers
 */
export function checkSignature(request: IncomingMessage, url: URL, body: Buffer | null): void {
  const claim = claimIn(request, url.searchParams);
  const [accessKeyId, day = '', where = '', service = ''] = claim.credential.split('/');
  if (accessKeyId !== credentials.accessKeyId)
    throw new S3Refusal(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist.');
  const age = (Date.now() - instantOf(claim.date)) / 1000;
  if (!(age < claim.seconds && age > -900)) throw new S3Refusal(403, 'AccessDenied', 'Request has expired');
  const headers = claim.signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const canonical = [
    request.method,
    url.pathname,
    queryText(url.searchParams),
    headers,
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', claim.date, `${day}/${where}/${service}/aws4_request`, hex(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${credentials.secretAccessKey}`, day), region));
  const own = hmac(key, toSign);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== own.length || !timingSafeEqual(given, own) || !claim.signedHeaders.includes('host'))
    throw new S3Refusal(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  if (body && claim.payload !== 'UNSIGNED-PAYLOAD' && claim.payload !== hex(body))
    throw new S3Refusal(
      400,
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 header does not match what was computed.',
    );
}
