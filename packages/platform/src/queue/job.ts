import type { EventSpec, Payload } from '@atlas/contract';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

/** What a job works with. Its message may be delivered more than once; `once` makes an effect happen once. */
export type JobRun = {
  readonly ctx: Ctx;
  /** A write transaction that commits at most once for this message and job, however often it is delivered. */
  once<T>(work: (tx: TenantTx) => Promise<T>): Promise<T | undefined>;
  /** A write transaction of a long job that knows by itself how far it has come. */
  step<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** True when the worker is asked to stop: finish the step, then throw {@link Yielded}. */
  stopping(): boolean;
};

/** Thrown by a long job that stopped between two steps because its worker is shutting down; it goes on elsewhere. */
export class Yielded extends Error {
  override readonly name = 'Yielded';
}

/** Thrown by a job that another worker has taken over, because this one was not heard of: the other goes on. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** An idempotent consumer of an event: the only code that works outside a request. */
export type JobSpec<E extends EventSpec = EventSpec> = {
  /** `module.subject.verb` */
  readonly name: string;
  readonly on: E;
  run(run: JobRun, payload: Payload<E>): Promise<void>;
};

/** Declares a job. */
// biome-ignore lint/suspicious/noExplicitAny: a manifest holds jobs of all events
export const job = <E extends EventSpec>(spec: JobSpec<E>): JobSpec<any> => spec;
