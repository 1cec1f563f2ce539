import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Api, type Person, password, startApi } from '../api/index.ts';
import { asAdministrator } from '../database.ts';

let api: Api;
let owner: Person;
let invited: Person;
let invitationId: string;

/** Someone whose address is verified, without a workspace. */
async function somebody(): Promise<Person> {
  const person = await api.person();
  await asAdministrator('update identity.users set email_verified = true where email = $1', [person.email]);
  await person.send('POST', '/api/auth/sign-in/email', { body: { email: person.email, password } });
  return person;
}

const accept = (person: Person, id = invitationId) =>
  person.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId: id } });

const membersOfOwner = async (): Promise<string[]> => {
  const { body } = await owner.send('GET', '/v1/members');
  return body.items.map(({ email }: { email: string }) => email);
};

beforeAll(async () => {
  api = await startApi(13);
});
afterAll(() => api.close());

beforeEach(async () => {
  owner = await api.person('Owner Ltd');
  invited = await somebody();
  const { body } = await owner.send('POST', '/api/auth/organization/invite-member', {
    body: { email: invited.email, role: 'accountant' },
  });
  invitationId = body.id;
});

describe('an invitation', () => {
  it('opens the workspace once: who was removed does not come back by it', async () => {
    expect((await accept(invited)).status).toBe(200);
    await owner.send('POST', '/api/auth/organization/remove-member', { body: { memberIdOrEmail: invited.email } });
    expect((await accept(invited)).status).toBeGreaterThanOrEqual(400);
    expect(await membersOfOwner()).toEqual([owner.email]);
  });

  it('opens it to one, however many take it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(invited)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const rows = await asAdministrator(
      'select m.id from identity.members as m join identity.users as u on u.id = m.user_id where u.email = $1',
      [invited.email],
    );
    expect(rows).toHaveLength(1);
  });

  it('is for its address: whoever else knows its id learns and gets nothing', async () => {
    const thief = await somebody();
    expect((await accept(thief)).status).toBeGreaterThanOrEqual(400);
    const seen = await thief.send('GET', `/api/auth/organization/get-invitation?id=${invitationId}`);
    expect(seen.status).toBeGreaterThanOrEqual(400);
    expect(seen.text).not.toContain(invited.email);
    expect(await membersOfOwner()).toEqual([owner.email]);
  });

  it('is not for somebody who only says that the address is theirs', async () => {
    const stranger = await api.person();
    const { body } = await owner.send('POST', '/api/auth/organization/invite-member', {
      body: { email: stranger.email, role: 'member' },
    });
    expect((await accept(stranger, body.id)).status).toBe(403);
    expect(await membersOfOwner()).toEqual([owner.email]);
  });

  it('is over when it is cancelled, declined or too old', async () => {
    await owner.send('POST', '/api/auth/organization/cancel-invitation', { body: { invitationId } });
    expect((await accept(invited)).status).toBeGreaterThanOrEqual(400);
    const again = async () => {
      const { body } = await owner.send('POST', '/api/auth/organization/invite-member', {
        body: { email: invited.email, role: 'accountant' },
      });
      return body.id as string;
    };
    const declined = await again();
    await invited.send('POST', '/api/auth/organization/reject-invitation', { body: { invitationId: declined } });
    expect((await accept(invited, declined)).status).toBeGreaterThanOrEqual(400);
    const old = await again();
    await asAdministrator("update identity.invitations set expires_at = now() - interval '1 second' where id = $1", [old]);
    expect((await accept(invited, old)).status).toBeGreaterThanOrEqual(400);
    expect(await membersOfOwner()).toEqual([owner.email]);
  });

  it('gives the role that it names, whatever its taker asks for', async () => {
    await invited.send('POST', '/api/auth/organization/accept-invitation', {
      body: { invitationId, role: 'owner', organizationId: invitationId },
    });
    const { body } = await invited.send('GET', '/v1/me');
    expect(body.roles).toEqual(['accountant']);
  });
});
