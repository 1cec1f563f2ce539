import type { Output, Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import type { z } from 'zod';
import { NetworkError } from './failures.ts';
import { type Bytes, type CallInput, requestOf } from './request.ts';
import { spanTeller } from './trace.ts';
import { type SendOptions, send, type Transport } from './transport.ts';
import { sendBytes, type UploadTarget } from './upload.ts';

export type ClientOptions = {
  /** Where the API is, without `/v1`; left out, where the page came from. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly headers?: Transport['headers'];
  /** How long a call may take unless it says otherwise; 30 seconds when left out. */
  readonly timeoutMs?: number;
  /** Tells the API how long its answers took for whoever waited, where it records traces: for pages. */
  readonly tellsSpans?: boolean;
};

export type CallOptions = SendOptions & {
  /** Give the same key again when a call is repeated; left out, every call has a new one. */
  readonly idempotencyKey?: string;
};

/** A list: `allPages` walks it. */
export type ListRoute = Route<string, z.ZodObject, z.ZodType<{ items: unknown[]; nextCursor: string | null }>>;

/** An operation that says where the bytes of a file go, given their number. */
export type BeginRoute = Route<string, z.ZodObject, z.ZodType<UploadTarget>>;

/** What an upload needs besides where it belongs. */
export type UploadInput<B extends BeginRoute> = Omit<CallInput<B>, 'byteCount'> & { readonly content: Bytes };

export type Client = {
  /** Calls an operation by its route. */
  call<R extends Route>(route: R, input: CallInput<R>, options?: CallOptions): Promise<Output<R>>;
  /** The pages of a list from `input.cursor` (or the start) to its end, each asked for when the last was used. */
  allPages<R extends ListRoute>(route: R, input: CallInput<R>, options?: CallOptions): AsyncGenerator<Output<R>, void, void>;
  /** A whole upload: asks where its bytes go, sends them there, and has them taken by the same `id`. */
  upload<B extends BeginRoute, T extends Route>(
    routes: { readonly begin: B; readonly take: T },
    input: UploadInput<B>,
    options?: SendOptions,
  ): Promise<Output<T>>;
};

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NetworkError('the answer is not from the API', { cause });
  }
}

/** A client of the API, for browsers and servers. What it throws: `ProblemError`, `TimeoutError`, `NetworkError`. */
export function createClient(options: ClientOptions = {}): Client {
  const plain: Transport = {
    baseUrl: (options.baseUrl ?? '').replace(/\/$/, ''),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    headers: options.headers ?? {},
    timeoutMs: options.timeoutMs ?? 30_000,
  };
  const transport = options.tellsSpans ? { ...plain, tell: spanTeller(plain) } : plain;

  async function call<R extends Route>(route: R, input: CallInput<R>, callOptions: CallOptions = {}): Promise<Output<R>> {
    const { path, method, headers, body } = requestOf(route, input, callOptions.idempotencyKey ?? uuidv7());
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    // How long a file takes depends on the line, so only JSON has a time limit of its own.
    const limits = route.body === 'binary' ? { timeoutMs: 0, ...callOptions } : callOptions;
    const { text } = await send(transport, path, init, limits, route.name);
    return parse(text) as Output<R>;
  }

  async function* allPages<R extends ListRoute>(route: R, input: CallInput<R>, callOptions?: CallOptions) {
    let cursor: string | null | undefined;
    do {
      const here: CallInput<R> = cursor === undefined ? input : { ...input, cursor };
      const page = await call(route, here, callOptions);
      yield page;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  const upload: Client['upload'] = async (routes, { content, ...about }, sendOptions) => {
    const byteCount = content instanceof Blob ? content.size : content.byteLength;
    const target = await call(routes.begin, { ...about, byteCount } as never, sendOptions);
    await sendBytes(transport, target as UploadTarget, content, sendOptions);
    const { id: uploadId } = target as UploadTarget;
    const { id } = about as { readonly id?: string };
    return call(routes.take, { id, uploadId } as never, sendOptions);
  };

  return { call, allPages, upload };
}
