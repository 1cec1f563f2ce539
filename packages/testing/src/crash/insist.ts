import type { Answer, Visitor } from '../api/visitor.ts';
import { pause } from './chance.ts';
import type { Notes, Work } from './work.ts';

/** Longer than this a request hangs. */
const patienceMs = 10_000;
/** Longer than this Atlas does not come back. */
const hopeMs = 60_000;

export type Demand = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

const isPromisedRefusal = ({ status, body, headers }: Answer): boolean =>
  status === 503 && body?.code === 'unavailable' && Number(headers.get('retry-after')) > 0;

const isNobodyThere = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code === 'ECONNREFUSED';

const hasHung = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Sends one request; null when it has to be sent again. */
async function attempt(visitor: Visitor, { method, path, ...sent }: Demand, notes: Notes): Promise<Answer | null> {
  try {
    const answer = await visitor.send(method, path, { ...sent, signal: AbortSignal.timeout(patienceMs) });
    if (answer.status < 400) return answer;
    if (isPromisedRefusal(answer)) notes.refused += 1;
    else notes.wrong.push(`${method} ${path} was answered with ${answer.status}: ${answer.text}`);
  } catch (error) {
    if (hasHung(error)) notes.wrong.push(`${method} ${path} was not answered in ${patienceMs} ms`);
    else if (!isNobodyThere(error)) notes.interrupted += 1;
  }
  return null;
}

/** Sends a request until it is answered: always the same one, with the same key. */
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
export async function insist(visitor: Visitor, demand: Demand, work: Work): Promise<any> {
  const deadline = Date.now() + hopeMs;
  for (;;) {
    const answer = await attempt(visitor, demand, work.notes);
    if (answer) return answer.body;
    if (work.state === 'given up' || Date.now() > deadline) throw new Error(`${demand.method} ${demand.path} was never answered`);
    await pause(100);
  }
}

/** A POST or PUT with its key, which every repetition bears. */
export const keyed = (key: string, method: 'POST' | 'PUT', path: string, body: unknown): Demand => ({
  method,
  path,
  body,
  headers: { 'Idempotency-Key': key },
});
