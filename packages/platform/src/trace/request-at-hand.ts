import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ctx } from '../context.ts';

/** What follows from a request carries of it. */
export type Origins = Pick<Ctx, 'requestId' | 'traceId' | 'span'>;

const atHand = new AsyncLocalStorage<Origins>();

/** Answers a request in code of others, which calls ours again and hands nothing on. All else is handed a context. */
export const withRequestAtHand = <T>(origins: Origins, work: () => T): T => atHand.run(origins, work);

/** The request that is being answered there. */
export const requestAtHand = (): Origins | undefined => atHand.getStore();
