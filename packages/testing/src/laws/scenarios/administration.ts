import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '../../database.ts';
import { newMember } from '../../members.ts';
import { inHouse, type Scenario } from '../scenario.ts';

/** A workspace of a customer, with an owner. */
async function newWorkspace(): Promise<{ id: string; ownerId: string }> {
  const id = uuidv7();
  return { id, ownerId: await newMember({ tenantId: id }, 'owner') };
}

const ofWorkspace = (more: Record<string, unknown> = {}): Scenario =>
  inHouse(async () => ({ id: (await newWorkspace()).id, ...more }));

async function suspended(): Promise<string> {
  const { id } = await newWorkspace();
  await asAdministrator(`update identity.organizations set suspended_at = now(), suspended_reason = 'Unpaid' where id = $1`, [
    id,
  ]);
  return id;
}

export const administration: Record<string, Scenario> = {
  'administration.workspace.list': inHouse(async (house) => {
    const { id } = await newWorkspace();
    await asAdministrator('update identity.organizations set name = $2 where id = $1', [id, `Of ${house.userId}`]);
    return { q: house.userId, plan: 'standard', state: 'active', sort: 'name' };
  }),
  'administration.workspace.get': ofWorkspace(),
  'administration.workspace.provision': inHouse((house) => ({
    name: 'Provisioned Ltd',
    ownerEmail: `${house.userId}@example.com`,
    plan: 'free',
    trialEndsAt: '2026-05-01T00:00:00.000Z',
    limits: { members: 5, rateFactor: 2 },
  })),
  'administration.workspace.suspend': ofWorkspace({ reason: 'The invoice of March is unpaid' }),
  'administration.workspace.resume': inHouse(async () => ({ id: await suspended() })),
  'administration.workspace.set_plan': ofWorkspace({ plan: 'free' }),
  'administration.workspace.set_limits': ofWorkspace({ members: 3, rateFactor: 0.5 }),
  'administration.workspace.set_trial': ofWorkspace({ trialEndsAt: '2026-05-01T00:00:00.000Z' }),
  'administration.workspace.set_feature': ofWorkspace({ code: 'imports', enabled: false }),
  'administration.workspace.usage': ofWorkspace(),
  'administration.member.list': inHouse(async () => {
    const { id } = await newWorkspace();
    await newMember({ tenantId: id });
    return { workspaceId: id };
  }),
  'administration.impersonation.start': inHouse(async () => {
    const { id, ownerId } = await newWorkspace();
    return { workspaceId: id, userId: ownerId, reason: 'The owner asked for help with an import', minutes: 30 };
  }),
  'administration.audit.list': inHouse((house) => ({ actorId: house.userId, subjectId: house.userId, limit: 10 })),
  'administration.audit.verify': inHouse(() => ({})),
};
