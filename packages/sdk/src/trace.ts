import { spanTicketHeader } from '@atlas/contract/door-calls';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Begins a trace (https://www.w3.org/TR/trace-context/): what the call sets off carries its id, in every log, until the last
 * job. The id begins with the second, as X-Ray wants it. Whether it is recorded is left to the API: nothing is recorded here.
 */
export function newTraceparent(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  const random = hex(crypto.getRandomValues(new Uint8Array(20)));
  return `00-${seconds}${random.slice(0, 24)}-${random.slice(24)}-00`;
}

/** A call that was answered, and when it began. */
type Answered = {
  readonly operation: string;
  readonly method: string;
  /** What it said of its trace. */
  readonly sent: string;
  readonly start: number;
  readonly response: Response;
};

export type TellSpan = (answered: Answered) => void;

type Teller = {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly headers: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
};

/**
 * Tells the API how long a call took for whoever waited, where the answer says that its trace is recorded. It is the first
 * span of the trace, and has no content. Nobody waits for it, and it is no matter if it is lost.
 */
export const spanTeller =
  ({ baseUrl, fetch, headers }: Teller): TellSpan =>
  ({ operation, method, sent, start, response }) => {
    const [, traceId, id] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-/.exec(sent) ?? [];
    if (operation === '' || !response.headers.get('traceresponse')?.startsWith(`00-${traceId}-`)) return;
    const ticket = response.headers.get(spanTicketHeader);
    const took = { status: response.status, ms: Math.round(performance.now() - start) };
    const body = { traceId, id, operation, method, ...took, ...(ticket !== null && { ticket }) };
    const common = typeof headers === 'function' ? headers() : headers;
    fetch(`${baseUrl}/v1/spans`, {
      method: 'POST',
      headers: { ...common, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // Also from a page that is left.
      keepalive: true,
    }).catch(() => undefined);
  };
