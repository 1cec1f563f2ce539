import type { Output, Route } from '@atlas/contract';
import { modules } from '@atlas/modules';
import { contextOf, type Database, ownerRole, permissionsOf, policyOf, type Storage } from '@atlas/platform';
import type { z } from 'zod';
import type { Workspace } from './workspace.ts';

/** Does things in the demo workspace as its owner, by the same operations as everyone. */
export type Teller = {
  /** Runs a command once, however often it is told: `key` names it. */
  tell<R extends Route>(route: R, key: string, input: z.input<R['input']>): Promise<Output<R>>;
  ask<R extends Route>(route: R, input: z.input<R['input']>): Promise<Output<R>>;
};

type Execute = (ctx: ReturnType<typeof contextOf>, input: unknown) => Promise<unknown>;

function operationOf(route: Route): Execute {
  const operation = modules.flatMap((module) => module.operations).find((each) => each.route === route);
  if (!operation) throw new Error(`no module registers ${route.name}`);
  return operation as Execute;
}

export type Resources = { readonly db: Database; readonly storage: Storage };

export function tellerIn({ db, storage }: Resources, { tenantId, userId }: Workspace): Teller {
  const policy = policyOf(permissionsOf(modules));
  const actor = policy.actorOf(userId, policy.rolesOf({ role: ownerRole, ready: [], custom: [] }));
  const run = async <R extends Route>(route: R, input: unknown, idempotencyKey?: string): Promise<Output<R>> => {
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    const ctx = contextOf({ db, storage, tenantId, actor, requestId: 'demo', ...key });
    return (await operationOf(route)(ctx, input)) as Output<R>;
  };
  return { tell: (route, key, input) => run(route, input, `demo:${key}`), ask: (route, input) => run(route, input) };
}
