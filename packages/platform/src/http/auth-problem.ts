import { generalErrors } from '@atlas/contract';
import { type Problem, problemType } from './problem.ts';

/** What Better Auth refuses without a code of its own. */
const codes: Readonly<Record<number, keyof typeof generalErrors>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
};

type Refusal = { readonly code?: unknown; readonly message?: unknown };

const bodyOf = (text: string): Refusal => {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
};

/**
 * A refusal of Better Auth as a problem document. `code` and `message` stay as its clients know them; in `type` the code
 * stands among ours: `INVALID_OTP` is `urn:atlas:problem:auth.invalid_otp`.
 */
function problemOfRefusal(status: number, refusal: Refusal, requestId: string): Problem {
  const general = codes[status];
  const own = typeof refusal.code === 'string' && refusal.code !== '' ? refusal.code : null;
  const known = own ? `auth.${own.toLowerCase()}` : (general ?? 'auth.refused');
  const title = general ? generalErrors[general].title : 'Sign-in refused this';
  const message = typeof refusal.message === 'string' && refusal.message !== '' ? refusal.message : title;
  return { ...refusal, type: problemType(known), title, status, code: own ?? known, message, detail: message, requestId };
}

/** Passes an answer of Better Auth on; what it refuses becomes a problem document. */
export async function asProblem(answer: Response, requestId: string): Promise<Response> {
  if (answer.status < 400) return answer;
  const problem = problemOfRefusal(answer.status, bodyOf(await answer.text()), requestId);
  const headers = new Headers(answer.headers);
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  headers.delete('content-length');
  return new Response(JSON.stringify(problem), { status: answer.status, statusText: answer.statusText, headers });
}
