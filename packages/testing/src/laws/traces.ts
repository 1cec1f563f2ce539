import { expect } from 'vitest';
import { asAdministrator } from '../database.ts';
import { everyCommand, type Law, performed } from './scenario.ts';

/** Who did what, in the words of the contract. */
export const isAudited: Law = {
  title: 'leaves audit rows with its name, its actor and the request',
  appliesTo: everyCommand,
  hold: async (subject) => {
    const { world, requestId } = await performed(subject);
    const rows = await asAdministrator(
      'select distinct action, actor_kind, actor_id from audit_events where tenant_id = $1 and request_id = $2',
      [world.tenantId, requestId],
    );
    expect(rows).toEqual([{ action: subject.operation.route.name, actor_kind: 'user', actor_id: world.userId }]);
  },
};

/** What others may rely on is declared: the event belongs to the module and its payload is exactly the spec. */
export const tellsDeclaredEvents: Law = {
  title: 'tells only events of its module, with payloads that parse and hold nothing else',
  appliesTo: everyCommand,
  hold: async (subject) => {
    const { world, requestId } = await performed(subject);
    const told = await asAdministrator<{ name: string; payload: unknown }>(
      'select name, payload from outbox_messages where tenant_id = $1 and request_id = $2',
      [world.tenantId, requestId],
    );
    for (const { name, payload } of told) {
      const spec = subject.module.events.find((event) => event.name === name);
      expect(spec, `${subject.module.name} declares ${name}`).toBeDefined();
      expect(spec?.payload.parse(payload)).toEqual(payload);
    }
  },
};
