import { assert, isUuid, scopes } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { joinSql, nothing, type Sql, sql } from './sql.ts';

const set = (name: string, value: string): Sql => sql`, set_config(${name}, ${value}, true)`;

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * What is set beside the tenant for a transaction that does not reach everybody's records; nothing for all others. The
 * policies of PostgreSQL go by it (prisma/migrations/20261124100000_owners).
 */
export function reachSettings({ reach, actor }: Pick<Ctx, 'reach' | 'actor'>): Sql {
  if (reach === undefined) return nothing;
  assert(actor.id !== null && isUuid(actor.id), 'an actor with a narrow reach has an id');
  assert(scopes.includes(reach.scope), 'a scope is one of five');
  const settings = [set('app.actor_id', actor.id), ...reach.tables.map((table) => set(`app.reach_${table}`, reach.scope))];
  if (actor.joinedAt !== undefined) {
    assert(instant.test(actor.joinedAt), 'an instant is RFC 3339 in UTC');
    settings.push(set('app.actor_joined_at', actor.joinedAt));
  }
  return joinSql(settings, '');
}
