import { NetworkError, ProblemError, TimeoutError } from './failures.ts';
import { newTraceparent, type TellSpan } from './trace.ts';

export type SendOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Gives up the call; its reason is what the call throws. */
  readonly signal?: AbortSignal;
  /** How long to wait for the whole answer; 0 waits for ever. */
  readonly timeoutMs?: number;
};

export type Transport = {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Sent with every request, for example an API key; a function is asked each time. */
  readonly headers: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  readonly timeoutMs: number;
  /** Hears of each call whose trace is recorded. */
  readonly tell?: TellSpan;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a status means that somebody before the API answered with. */
function codeOf(status: number): string {
  if (status === 401) return 'unauthenticated';
  if (status === 413) return 'payload_too_large';
  return status >= 502 && status <= 504 ? 'unavailable' : 'internal';
}

/** A refusal as an error, also where a proxy answered instead of the API. */
export function problemOf(response: Response, text: string): ProblemError {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  const fields = isRecord(body) ? body : {};
  const string = (name: string, otherwise: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const { status } = response;
  return new ProblemError({
    status,
    code: string('code', codeOf(status)),
    title: string('title', 'The server could not answer'),
    detail: string('detail', `The server answered with ${status}.`),
    requestId: string('requestId', response.headers.get('x-request-id') ?? ''),
    ...(Array.isArray(fields.errors) ? { errors: fields.errors } : {}),
  });
}

/**
 * Sends one request and reads its whole answer.
 *
 * @throws ProblemError the API refused
 * @throws TimeoutError no answer in time
 * @throws NetworkError no answer at all
 */
export async function send(
  transport: Transport,
  path: string,
  init: RequestInit,
  options: SendOptions = {},
  operation = '',
): Promise<{ response: Response; text: string }> {
  const timeoutMs = options.timeoutMs ?? transport.timeoutMs;
  const timeout = timeoutMs > 0 ? AbortSignal.timeout(timeoutMs) : undefined;
  const signals = [timeout, options.signal].filter((signal) => signal !== undefined);
  const common = typeof transport.headers === 'function' ? transport.headers() : transport.headers;
  const headers = { traceparent: newTraceparent(), ...common, ...(init.headers as Record<string, string>), ...options.headers };
  const start = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await transport.fetch(`${transport.baseUrl}${path}`, { ...init, headers, signal: AbortSignal.any(signals) });
    text = await response.text();
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (timeout?.aborted) throw new TimeoutError(timeoutMs, { cause });
    throw new NetworkError('the server cannot be reached', { cause });
  }
  transport.tell?.({ operation, method: init.method ?? 'GET', sent: headers.traceparent, start, response });
  if (!response.ok) throw problemOf(response, text);
  return { response, text };
}
