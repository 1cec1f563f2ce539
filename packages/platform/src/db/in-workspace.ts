import { type Ctx, contextOf, systemActor } from '../context.ts';
import { houseTenantId } from '../house.ts';
import type { TenantTx } from './tenant-tx.ts';
import { readTransaction } from './transaction.ts';

/** Reads in the transaction of one workspace, as Atlas itself. Only the house looks into workspaces. */
export async function readInWorkspace<T>(ctx: Ctx, tenantId: string, run: (tx: TenantTx) => Promise<T>): Promise<T> {
  if (ctx.tenantId !== houseTenantId) throw new Error('only the house looks into a workspace');
  const { db, storage, requestId, traceId, span } = ctx;
  return readTransaction(
    contextOf({ db, storage, tenantId, actor: systemActor, requestId, ...(traceId ? { traceId } : {}), ...(span && { span }) }),
    run,
  );
}
