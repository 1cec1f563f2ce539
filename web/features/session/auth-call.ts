'use client';
import { NetworkError, ProblemError } from '@atlas/sdk';

type Refusal = { code?: string; title?: string; message?: string; detail?: string };

/** Better Auth names its refusals in capitals; those of Atlas are problem documents already. */
function codeOf(status: number, { code, title }: Refusal): string {
  if (code && title) return code;
  if (code && code !== 'UNAUTHORIZED') return `auth.${code.toLowerCase()}`;
  if (status === 401) return 'unauthenticated';
  return status === 429 ? 'auth.too_many_requests' : 'auth.refused';
}

/** Asks the sign-in service; its refusals become problems like those of the API. */
export async function auth<T>(path: string, body?: Record<string, unknown>, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`/api/auth${path}`, {
    method: body ? 'POST' : 'GET',
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
    // A refused link leads elsewhere; it is not followed, because where it leads all looks well.
    redirect: 'manual',
  }).catch((cause: unknown) => {
    throw new NetworkError('no answer', { cause });
  });
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
    title: refusal.title ?? refusal.message ?? 'The sign-in service refused',
    detail: refusal.detail ?? '',
    requestId: response.headers.get('x-request-id') ?? '',
  });
}
