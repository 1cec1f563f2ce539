'use client';
import { doorCallAt } from '@atlas/contract/door-calls';
import { NetworkError, newTraceparent, ProblemError, spanTeller } from '@atlas/sdk';

type Refusal = { type?: string; code?: string; title?: string; message?: string; detail?: string };

const problems = 'urn:atlas:problem:';

/** Better Auth names its refusals in capitals; among ours each stands in the type of its problem document. */
function codeOf(status: number, { type, code: own }: Refusal): string {
  const code = type?.startsWith(problems) ? type.slice(problems.length) : type ? (own ?? '') : '';
  if (code !== '' && code !== 'auth.unauthorized') return code;
  if (status === 401) return 'unauthenticated';
  return status === 429 ? 'auth.too_many_requests' : 'auth.refused';
}

/** Tells how long a call at the door took, where the answer lets it: nobody is known there who could. */
const tellSpan = spanTeller({ baseUrl: '', fetch: (...asked) => fetch(...asked), headers: {} });

/** Asks the sign-in service; its refusals become problems like those of the API. */
export async function auth<T>(path: string, body?: Record<string, unknown>, headers: Record<string, string> = {}): Promise<T> {
  const [sent, method, start] = [newTraceparent(), body ? 'POST' : 'GET', performance.now()];
  const response = await fetch(`/api/auth${path}`, {
    method,
    headers: { traceparent: sent, ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    // A refused link leads elsewhere; it is not followed, because where it leads all looks well.
    redirect: 'manual',
  }).catch((cause: unknown) => {
    throw new NetworkError('no answer', { cause });
  });
  const operation = doorCallAt(path);
  if (operation !== undefined) tellSpan({ operation, method, sent, start, response });
  if (response.type === 'opaqueredirect')
    throw new ProblemError({
      status: 400,
      code: 'auth.invalid_token',
      title: 'The link is not valid',
      detail: '',
      requestId: '',
    });
  const text = await response.text();
  const answer: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  if (response.ok) return answer as T;
  const refusal = (answer ?? {}) as Refusal;
  throw new ProblemError({
    status: response.status,
    code: codeOf(response.status, refusal),
    title: refusal.message ?? refusal.title ?? 'The sign-in service refused',
    detail: refusal.message ? '' : (refusal.detail ?? ''),
    requestId: response.headers.get('x-request-id') ?? '',
  });
}
