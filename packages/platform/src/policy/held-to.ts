import type { Route } from '@atlas/contract';
import { AtlasError, isNarrow } from '@atlas/kernel';
import type { Ctx } from '../context.ts';

const nothing: readonly string[] = [];

/**
 * The context of one operation: with the records that the actor's grants reach for it, and the fields that they hide.
 * Operations that are joined to it run with the same.
 */
export function heldTo(ctx: Ctx, { name, scoped = [] }: Route): Ctx {
  const scope = ctx.actor.scope?.(name) ?? 'all';
  const hides = ctx.actor.hides?.(name) ?? nothing;
  const reach = scoped.length > 0 && isNarrow(scope) ? { scope, tables: scoped } : undefined;
  return reach || hides.length > 0 ? { ...ctx, ...(reach ? { reach } : {}), hides } : ctx;
}

/** What makes two requests the same: whoever does not reach everything is answered nothing that was answered to others. */
export const identityFor = (ctx: Ctx, input: unknown): unknown =>
  ctx.reach === undefined ? input : { input, actor: ctx.actor.id, reach: ctx.reach.scope };

/** What is not found may be there for others: says how far the search went. Tells nothing of whether it is there. */
export function explainedTo(ctx: Ctx, error: unknown): unknown {
  if (ctx.reach === undefined || !(error instanceof AtlasError) || error.code !== 'not_found') return error;
  const { scope } = ctx.reach;
  const message = `${error.message} Your roles reach records of the scope "${scope}" here.`;
  return new AtlasError('not_found', message, { ...error.details, scope }, { cause: error });
}
