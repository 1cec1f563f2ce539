import { type Input, type Output, type Route, withoutSecrets } from '@atlas/contract';
import { AtlasError, type FieldError } from '@atlas/kernel';
import type { z } from 'zod';
import type { Ctx } from './context.ts';
import { isConnectionLost } from './db/database-errors.ts';
import { fingerprint } from './db/idempotency.ts';
import type { TenantTx } from './db/tenant-tx.ts';
import { readTransaction, writeTransaction } from './db/transaction.ts';
import { checkAmount } from './policy/amount-limit.ts';
import { masked, refuseHidden } from './policy/field-masks.ts';
import { explainedTo, heldTo, identityFor } from './policy/held-to.ts';

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
  /** A query's answer before the contract is held to it: for adapters that write answers by the contract. */
  readonly unchecked?: (ctx: Ctx, raw: unknown) => Promise<unknown>;
};

type Run<R extends Route> = (tx: TenantTx, input: Input<R>) => Promise<z.input<R['output']>>;
type RunPrepared<R extends Route, P> = (tx: TenantTx, input: Input<R>, prepared: P) => Promise<z.input<R['output']>>;

/** @param identity what makes two requests the same request: their input */
async function perform<R extends Route>(
  ctx: Ctx,
  route: R,
  identity: unknown,
  run: (tx: TenantTx) => Promise<z.input<R['output']>>,
): Promise<Output<R>> {
  const answered = await writeTransaction(ctx, {
    action: route.name,
    hash: ctx.idempotencyKey === undefined ? '' : fingerprint(route.name, identityFor(ctx, identity)),
    run: (tx) => run(tx) as Promise<Output<R>>,
    check: (answer) => {
      checkAmount(ctx.actor, route, answer);
      return checkOutput(route, answer);
    },
    kept: (answer) => withoutSecrets(route, answer),
    audited: true,
  }).catch((error: unknown) => {
    throw explainedTo(ctx, error);
  });
  // Last of all: what is kept for the audit trail and for whoever repeats the request is whole.
  return masked(ctx, route, answered);
}

/** The context in which an operation runs, when the actor may run it with this input at all. */
function authorise(asked: Ctx, route: Route, raw: unknown): Ctx {
  const permission = route.name;
  if (!asked.actor.may(permission)) throw new AtlasError('forbidden', `This needs the permission ${permission}.`, { permission });
  const ctx = heldTo(asked, route);
  refuseHidden(ctx, route, raw);
  return ctx;
}

/** An answer names no more fields than someone can read, and none at greater length. */
const mostErrors = 100;
const longestStep = 100;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).slice(0, longestStep).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Parses or refuses with a JSON pointer for each invalid field, the first hundred of them. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const errors: FieldError[] = result.error.issues.slice(0, mostErrors).map((issue) => ({
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
  const execute = async (asked: Ctx, raw: unknown): Promise<Output<R>> => {
    const ctx = authorise(asked, route, raw);
    const input = parseInput(route.input, raw) as Input<R>;
    return perform(ctx, route, input, (tx) => run(tx, input));
  };
  return Object.assign(execute, { route, kind: 'command' as const, in: run });
}

/** What a command did outside the database: how to recognise it when the request is repeated, and how to take it back. */
export type Outside = { readonly fingerprint: string; undo(): Promise<void> };

const isStream = (value: unknown): boolean => typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/**
 * A command that must touch the outside world first (store a file): `prepare` runs after the permission and the input
 * were checked and before the transaction begins, so that nothing waits for a network inside one. What it did is taken
 * back when the command is refused, or answered from an earlier request with its key; not when nobody knows whether it was.
 */
export function commandAfter<R extends Route, P extends Outside>(
  route: R,
  prepare: (ctx: Ctx, input: Input<R>) => Promise<P>,
  run: RunPrepared<R, P>,
): Callable<R> {
  const execute = async (asked: Ctx, raw: unknown): Promise<Output<R>> => {
    const ctx = authorise(asked, route, raw);
    const input = parseInput(route.input, raw) as Input<R>;
    const prepared = await prepare(ctx, input);
    const named = Object.fromEntries(Object.entries(input).filter(([, value]) => !isStream(value)));
    let used = false;
    try {
      return await perform(ctx, route, { ...named, outside: prepared.fingerprint }, async (tx) => {
        const answer = await run(tx, input, prepared);
        used = true;
        return answer;
      });
    } catch (error) {
      // A COMMIT that was on its way may have arrived: what the outside keeps for nobody is less than what it lacks.
      used = used && isConnectionLost(error);
      throw error;
    } finally {
      if (!used) await prepared.undo();
    }
  };
  return Object.assign(execute, { route, kind: 'command' as const });
}

/** Declares a verb that reads, in one read-only transaction of its tenant. */
export function query<R extends Route>(route: R, run: Run<R>): Operation<R> {
  const unchecked = async (asked: Ctx, raw: unknown): Promise<z.input<R['output']>> => {
    const ctx = authorise(asked, route, raw);
    const input = parseInput(route.input, raw) as Input<R>;
    const answer = await readTransaction(ctx, (tx) => run(tx, input)).catch((error: unknown) => {
      throw explainedTo(ctx, error);
    });
    return masked(ctx, route, answer);
  };
  const execute = async (ctx: Ctx, raw: unknown): Promise<Output<R>> => checkOutput(route, await unchecked(ctx, raw));
  return Object.assign(execute, { route, kind: 'query' as const, in: run, unchecked });
}

/**
 * Declares a query that goes on with what it found when its transaction has ended. A function on AWS has one connection:
 * what reads in a second transaction meanwhile would wait for itself.
 */
export function queryThen<R extends Route, F>(
  route: R,
  find: (tx: TenantTx, input: Input<R>) => Promise<F>,
  goOn: (ctx: Ctx, found: F) => Promise<z.input<R['output']>>,
): Callable<R> {
  const execute = async (asked: Ctx, raw: unknown): Promise<Output<R>> => {
    const ctx = authorise(asked, route, raw);
    const input = parseInput(route.input, raw) as Input<R>;
    const answer = await readTransaction(ctx, (tx) => find(tx, input))
      .then((found) => goOn(ctx, found))
      .catch((error: unknown) => {
        throw explainedTo(ctx, error);
      });
    return checkOutput(route, masked(ctx, route, answer));
  };
  return Object.assign(execute, { route, kind: 'query' as const });
}
