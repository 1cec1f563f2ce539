import { randomBytes } from 'node:crypto';
import { type Failure, failureOf } from './failure.ts';

/** What a span tells besides its name and time. Never what people wrote, who they are, or a secret. */
export type SpanFacts = { readonly tenantId?: string; readonly requestId?: string };

/** How an HTTP request went. */
export type HttpFacts = { readonly method: string; readonly status: number };

/** What all spans of a process have in common. */
export type Origin = { readonly stage?: string; readonly release?: string };

/** Where a span begins: below which one, and whether that one's own process tells of it as of a part of its own. */
export type SpanStart = {
  readonly traceId: string;
  readonly parentId?: string;
  readonly isPart: boolean;
  readonly name: string;
  readonly facts?: SpanFacts;
};

/** A span that has ended. */
export type EndedSpan = SpanStart & {
  readonly id: string;
  readonly isRemote: boolean;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly http?: HttpFacts;
  readonly failure?: Failure;
};

/** An import takes thousands of steps, and nobody reads as many. */
const mostParts = 100;

/** A piece of work on a trace: a request, a transaction, a job. Told when it ends; work of a trace that nobody records has none. */
export class Span {
  readonly id = randomBytes(8).toString('hex');
  readonly traceId: string;
  readonly #start: SpanStart;
  readonly #isRemote: boolean;
  readonly #began = Date.now();
  readonly #clock = performance.now();
  readonly #told: (ended: EndedSpan) => void;
  /** Shared by all below the same beginning. */
  readonly #room: { parts: number };
  #failure: Failure | undefined;

  constructor(start: SpanStart, told: (ended: EndedSpan) => void, isRemote = false, room = { parts: mostParts }) {
    this.traceId = start.traceId;
    this.#start = start;
    this.#told = told;
    this.#isRemote = isRemote;
    this.#room = room;
  }

  /** A part of this work; null when it has had too many. */
  part(name: string, kind: 'own' | 'remote' = 'own'): Span | null {
    if (this.#room.parts === 0) return null;
    this.#room.parts -= 1;
    const start = { traceId: this.traceId, parentId: this.id, isPart: true, name };
    return new Span(start, this.#told, kind === 'remote', this.#room);
  }

  fail(error: unknown): void {
    this.#failure = failureOf(error);
  }

  /** @param more what was not known when it began */
  end({ http, ...more }: Partial<SpanStart> & { readonly http?: HttpFacts } = {}): void {
    const { id } = this;
    const end = this.#began + (performance.now() - this.#clock);
    const failure = this.#failure;
    this.#told({
      ...this.#start,
      ...more,
      id,
      isRemote: this.#isRemote,
      start: this.#began,
      end,
      ...(http && { http }),
      ...(failure && { failure }),
    });
  }
}

async function ending<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

/** Does a piece of work as a span; without one it is just done. */
export const during = <T>(span: Span | null | undefined, work: () => Promise<T>): Promise<T> =>
  span ? ending(span, work) : work();
