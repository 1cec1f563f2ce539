import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdministrator, useOwnDatabase } from '../database.ts';
import { linkIn, openPost, type Post } from './post.ts';

useOwnDatabase();

let post: Post;
beforeAll(async () => {
  post = await openPost(5);
});
afterAll(() => post.close());

async function administrator() {
  const person = await post.api.person();
  await asAdministrator(
    `update identity.users set administrator = true, two_factor_enabled = true, name = 'Grace Hopper' where email = $1`,
    [person.email],
  );
  return person;
}

describe('what administrators do', () => {
  it('is mailed to each owner in their language when one acts as a member', async () => {
    const by = await administrator();
    const owner = await post.api.person('Kundin GmbH');
    await asAdministrator(`update identity.users set locale = 'de' where email = $1`, [owner.email]);
    const { tenantId: workspaceId, userId } = (await owner.send('GET', '/v1/me')).body;
    const reason = 'Hilfe beim Import: siehe http://evil.example';
    const body = { workspaceId, userId, reason, minutes: 15 };
    const started = await by.send('POST', '/v1/administration/impersonations', { body });
    await post.deliver();
    const mail = await post.newestTo(owner.email);
    expect(mail.subject).toBe('Jemand von Atlas arbeitet in Kundin GmbH');
    expect(mail.text).toContain('Grace Hopper');
    expect(mail.text).toContain(started.body.until.slice(0, 16).replace('T', ' '));
    expect(mail.text).toContain('Hilfe beim Import');
    expect(mail.text).not.toContain('http://evil');
    expect(linkIn(mail).pathname).toBe('/settings/audit');
    await post.deliver();
    expect((await post.mailsTo(owner.email)).filter(({ subject }) => subject === mail.subject)).toHaveLength(1);
  });

  it('is mailed to whoever shall own a workspace, who accepts by that mail', async () => {
    const by = await administrator();
    const invited = await post.api.person();
    const body = { name: 'Neu GmbH', ownerEmail: invited.email };
    expect((await by.send('POST', '/v1/administration/workspaces', { body })).status).toBe(201);
    await post.deliver();
    const mail = await post.newestTo(invited.email);
    expect(mail.subject).toBe('Grace Hopper invites you to Neu GmbH');
    const invitationId = linkIn(mail).pathname.split('/').at(-1);
    expect((await invited.send('GET', `/api/auth/organization/get-invitation?id=${invitationId}`)).status).toBe(200);
    await invited.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId } });
    expect((await invited.send('GET', '/v1/me')).body.roles).toEqual(['owner']);
  });
});
