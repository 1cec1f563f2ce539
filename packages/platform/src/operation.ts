import type { Input, Output, Route } from '@atlas/contract';
import { AtlasError, type FieldError } from '@atlas/kernel';
import type { z } from 'zod';
import type { Ctx } from './context.ts';
import { fingerprint } from './db/idempotency.ts';
import type { TenantTx } from './db/tenant-tx.ts';
import { readTransaction, writeTransaction } from './db/transaction.ts';

/** A command or a query: called with a context and raw input, or joined to a running transaction by `in`. */
export type Operation<R extends Route = Route> = Callable<R> & {
  /** Runs inside the transaction of another command, with its authority. The input is already of the right shape. */
  in(tx: TenantTx, input: Input<R>): Promise<z.input<R['output']>>;
};

/** An operation as adapters see it. */
export type Callable<R extends Route = Route> = {
  (ctx: Ctx, raw: unknown): Promise<Output<R>>;
  readonly route: R;
  readonly kind: 'command' | 'query';
};

type Run<R extends Route> = (tx: TenantTx, input: Input<R>) => Promise<z.input<R['output']>>;
type RunPrepared<R extends Route, P> = (tx: TenantTx, input: Input<R>, prepared: P) => Promise<z.input<R['output']>>;

async function perform<R extends Route>(ctx: Ctx, route: R, input: Input<R>, run: Run<R>): Promise<Output<R>> {
  return writeTransaction(ctx, {
    action: route.name,
    hash: ctx.idempotencyKey === undefined ? '' : fingerprint(route.name, input),
    run: (tx) => run(tx, input) as Promise<Output<R>>,
    check: (answer) => checkOutput(route, answer),
    audited: true,
  });
}

function authorise(ctx: Ctx, permission: string): void {
  if (!ctx.actor.may(permission)) throw new AtlasError('forbidden', `This needs the permission ${permission}.`, { permission });
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Parses or refuses with a JSON pointer for each invalid field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const errors: FieldError[] = result.error.issues.map((issue) => ({
    pointer: pointerOf(issue.path),
    code: issue.code,
    message: issue.message,
  }));
  throw new AtlasError(
    'validation_failed',
    errors[0] ? `${errors[0].pointer || '/'}: ${errors[0].message}` : 'The input is not valid.',
    { errors },
  );
}

/** The output schema removes what it does not name and fails on what it promises and does not get: a bug of ours. */
const checkOutput = <R extends Route>(route: R, answer: unknown): Output<R> => route.output.parse(answer) as Output<R>;

/**
 * Declares a verb that changes state, the only unit of work: authorise → parse → BEGIN with the tenant → claim the
 * idempotency key → run → audit, outbox and answer → COMMIT.
 */
export function command<R extends Route>(route: R, run: Run<R>): Operation<R> {
  const execute = async (ctx: Ctx, raw: unknown): Promise<Output<R>> => {
    authorise(ctx, route.name);
    const input = parseInput(route.input, raw) as Input<R>;
    return perform(ctx, route, input, run);
  };
  return Object.assign(execute, { route, kind: 'command' as const, in: run });
}

/**
 * A command that must touch the outside world first (store a file): `prepare` runs after the permission and the input
 * were checked and before the transaction begins, so that nothing waits for a network inside one.
 */
export function commandAfter<R extends Route, P>(
  route: R,
  prepare: (ctx: Ctx, input: Input<R>) => Promise<P>,
  run: RunPrepared<R, P>,
): Callable<R> {
  const execute = async (ctx: Ctx, raw: unknown): Promise<Output<R>> => {
    authorise(ctx, route.name);
    const input = parseInput(route.input, raw) as Input<R>;
    const prepared = await prepare(ctx, input);
    return perform(ctx, route, input, (tx) => run(tx, input, prepared));
  };
  return Object.assign(execute, { route, kind: 'command' as const });
}

/** Declares a verb that reads, in one read-only transaction of its tenant. */
export function query<R extends Route>(route: R, run: Run<R>): Operation<R> {
  const execute = async (ctx: Ctx, raw: unknown): Promise<Output<R>> => {
    authorise(ctx, route.name);
    const input = parseInput(route.input, raw) as Input<R>;
    return checkOutput(route, await readTransaction(ctx, (tx) => run(tx, input)));
  };
  return Object.assign(execute, { route, kind: 'query' as const, in: run });
}
