import type { EventSpec, Payload } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { isConnectionLost } from '../db/database-errors.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { Mailer } from '../mail/mail.ts';

/** What a job works with. Its message may be delivered more than once; `once` makes an effect happen once. */
export type JobRun = {
  readonly ctx: Ctx;
  readonly messageId: string;
  /** Sends mail; null in a process that has no vendor for it. */
  readonly mailer: Mailer | null;
  /** True when {@link JobRun.once} has committed for this message and job: what lies outside a transaction is done too. */
  isDone(): Promise<boolean>;
  /** A write transaction that commits at most once for this message and job, however often it is delivered. */
  once<T>(work: (tx: TenantTx) => Promise<T>): Promise<T | undefined>;
  /** A write transaction of a long job that knows by itself how far it has come. */
  step<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** True when the worker is asked to stop: finish the step, then throw {@link Yielded}. */
  stopping(): boolean;
};

/**
 * Whether something was refused for what it is, so that it is told and left. A database that is not there refuses nothing: the
 * job is tried again.
 */
export const isRefused = (error: unknown): error is AtlasError => error instanceof AtlasError && !isConnectionLost(error);

/** Thrown by a long job that stopped between two steps because its worker is shutting down; it goes on elsewhere. */
export class Yielded extends Error {
  override readonly name = 'Yielded';
}

/** Thrown by a job that waits for somebody else, such as a vendor that is away: it has not failed, and is tried again later. */
export class PutOff extends Error {
  override readonly name = 'PutOff';
  /** How much later, in milliseconds; the job may know better than who found out. */
  readonly ms: number;

  constructor(message: string, ms = 1000) {
    super(message);
    this.ms = ms;
  }
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
