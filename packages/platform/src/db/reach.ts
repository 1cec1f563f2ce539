import { assert, isUuid, scopes } from '@atlas/kernel';
import type { Ctx } from '../context.ts';

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * What is set beside the tenant for a transaction that does not reach everybody's records; nothing for all others. The
 * policies of PostgreSQL go by it (prisma/migrations/20261124100000_owners).
 */
export function reachSettings({ reach, actor }: Pick<Ctx, 'reach' | 'actor'>): string {
  if (reach === undefined) return '';
  assert(actor.id !== null && isUuid(actor.id), 'an actor with a narrow reach has an id');
  assert(scopes.includes(reach.scope), 'a scope is one of five');
  const settings = [`app.actor_id = '${actor.id}'`, ...reach.tables.map((table) => `app.reach_${table} = '${reach.scope}'`)];
  if (actor.joinedAt !== undefined) {
    assert(instant.test(actor.joinedAt), 'an instant is RFC 3339 in UTC');
    settings.push(`app.actor_joined_at = '${actor.joinedAt}'`);
  }
  return settings.map((setting) => `; set local ${setting}`).join('');
}
