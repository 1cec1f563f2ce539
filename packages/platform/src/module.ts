import type { ErrorCatalogue, EventSpec } from '@atlas/contract';
import type { Period } from '@atlas/kernel';
import type { TenantTx } from './db/tenant-tx.ts';
import type { Importable } from './importable.ts';
import type { Callable } from './operation.ts';
import type { JobSpec } from './queue/job.ts';
import type { Reportable } from './reportable.ts';

/** Housekeeping of one tenant, run by the worker a moment after something happened in it. Answers how much it did. */
export type Upkeep = { readonly name: string; run(tx: TenantTx): Promise<number> };

/** Something that a workspace has much or little of, or when it last did something. */
export type Meter = { readonly name: string; read(tx: TenantTx): Promise<number | string | null> };

/** What must be done before a period of the books is closed. Counts what is left of it: zero when all is well. */
export type ClosingCheck = {
  readonly name: string;
  /** In words, for whoever has no better ones by its name. */
  readonly summary: string;
  /** Where it is seen to in the web app. */
  readonly link: string;
  count(tx: TenantTx, period: Period): Promise<number>;
};

/** A module's manifest: everything it offers, in one place. The composition root registers it; nothing else does. */
export type Module = {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: operations of all routes stand side by side here
  readonly operations: readonly Callable<any>[];
  readonly events: readonly EventSpec[];
  readonly errors: ErrorCatalogue;
  readonly jobs: readonly JobSpec[];
  readonly importables: readonly Importable[];
  readonly reportables: readonly Reportable[];
  readonly upkeep: readonly Upkeep[];
  readonly meters: readonly Meter[];
  readonly closing: readonly ClosingCheck[];
};

type Parts = Partial<Omit<Module, 'name'>>;

/** Declares a module; what it does not have may be left out. */
export function defineModule(name: string, parts: Parts): Module {
  return {
    name,
    operations: [],
    events: [],
    errors: {},
    jobs: [],
    importables: [],
    reportables: [],
    upkeep: [],
    meters: [],
    closing: [],
    ...parts,
  };
}
