import { houseTenantId } from '@atlas/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asAdministrator, useOwnDatabase } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import { tenantTables } from '../laws/contents.ts';
import { codeIn, openPost, type Post, tokenIn } from './post.ts';

useOwnDatabase();

let post: Post;
beforeAll(async () => {
  post = await openPost(3);
});
beforeEach(() => post.passCooldown());
afterEach(() => post.brevo.fail(null));
afterAll(() => post.close());

/** Someone who has read their first mail. */
async function reader(): Promise<string> {
  const { email } = await post.api.person();
  await post.newestTo(email);
  return email;
}

const askForLink = async (email: string): Promise<void> => {
  await post.api.visitor().send('POST', '/api/auth/sign-in/magic-link', { body: { email } });
};

/** How the newest mail ended, as the audit trail of the house says. */
async function newestEnd(): Promise<Record<string, unknown> | undefined> {
  const [row] = await asAdministrator<{ after: Record<string, unknown> }>(
    "select after from audit_events where tenant_id = $1 and action = 'platform.mail.send' order by id desc limit 1",
    [houseTenantId],
  );
  return row?.after;
}

const waiting = () =>
  asAdministrator('select id from outbox_messages where tenant_id = $1 and handled_at is null', [houseTenantId]);

const webhook = (body: unknown, token = post.brevo.environment.BREVO_WEBHOOK_TOKEN) =>
  post.api.visitor().send('POST', '/webhooks/brevo', { body, headers: { Authorization: `Bearer ${token}` } });

describe('a mail that is asked for', () => {
  it('is handed over once, and the vendor’s name for it is written down', async () => {
    const email = await reader();
    await askForLink(email);
    await post.deliver();
    // The worker died after its receipt, and before it could say that the message is handled.
    await asAdministrator('update outbox_messages set handled_at = null where tenant_id = $1', [houseTenantId]);
    post.brevo.forgetKeys();
    await post.deliver();
    expect(post.brevo.mails(email)).toHaveLength(2);
    expect(await waiting()).toEqual([]);
    expect(await newestEnd()).toMatchObject({ template: 'sign-in-link', outcome: 'sent', providerMessageId: expect.any(String) });
  });

  it.each([500, 503, 429, 401])('waits while the vendor answers %i, and is not lost', async (status) => {
    const email = await reader();
    post.brevo.fail(status);
    await askForLink(email);
    for (let tries = 1; tries <= 8; tries++) await expect(post.deliver()).rejects.toThrow('away');
    expect(post.brevo.mails(email)).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
    post.brevo.fail(null);
    expect((await post.newestTo(email)).subject).toBe('Your link to sign in');
    expect(await waiting()).toEqual([]);
  });

  it('waits where a worker has no vendor, and is not lost', async () => {
    const email = await reader();
    await askForLink(email);
    await expect(doBackgroundWork({ tenantId: houseTenantId }, 1)).rejects.toThrow('BREVO_API_KEY');
    expect(await post.mailsTo(email)).toHaveLength(2);
  });

  it('that the vendor will never take is given up, and that is written down', async () => {
    const email = await reader();
    post.brevo.fail(400);
    await askForLink(email);
    const calls = post.brevo.calls();
    await post.deliver();
    await post.deliver();
    expect(post.brevo.calls()).toBe(calls + 1);
    expect(await newestEnd()).toMatchObject({ outcome: 'refused' });
    expect(await waiting()).toEqual([]);
  });

  it('is not handed over when its link is dead by now', async () => {
    const email = await reader();
    await askForLink(email);
    const past = new Date(Date.now() - 11 * 60_000).toISOString();
    await asAdministrator(
      `update outbox_messages set payload = jsonb_set(payload, '{requestedAt}', to_jsonb($2::text)) where tenant_id = $1 and handled_at is null`,
      [houseTenantId, past],
    );
    await post.deliver();
    expect(post.brevo.mails(email)).toHaveLength(1);
    expect(await newestEnd()).toMatchObject({ outcome: 'expired' });
  });
});

describe('an address', () => {
  it.each([
    ['hard_bounce', 'bounced'],
    ['invalid_email', 'bounced'],
    ['spam', 'spam'],
    ['blocked', 'blocked'],
    ['unsubscribed', 'unsubscribed'],
  ])('gets no mail after %s, and that is written down', async (event, reason) => {
    const email = await reader();
    const body = { event, email: email.toUpperCase(), id: 7, 'message-id': '<x@smtp-relay.mailin.fr>', ts_event: 1604933654 };
    expect((await webhook(body)).status).toBe(204);
    expect((await webhook(body)).status).toBe(204);
    await askForLink(email);
    await post.deliver();
    expect(post.brevo.mails(email)).toHaveLength(1);
    expect(await newestEnd()).toMatchObject({ outcome: 'suppressed', reason });
  });

  it.each(['soft_bounce', 'delivered', 'unique_opened'])('gets mail after %s', async (event) => {
    const email = await reader();
    expect((await webhook([{ event, email }])).status).toBe(204);
    await askForLink(email);
    expect(await post.mailsTo(email)).toHaveLength(2);
  });

  it('is closed by nobody who does not know the token', async () => {
    const email = await reader();
    for (const token of ['', 'wrong', `${post.brevo.environment.BREVO_WEBHOOK_TOKEN}x`])
      expect((await webhook({ event: 'spam', email }, token)).status).toBe(401);
    expect((await webhook({ event: 'spam', email: 'no address' })).status).toBe(422);
    await askForLink(email);
    expect(await post.mailsTo(email)).toHaveLength(2);
  });
});

it('nothing that is kept tells a token, a code or an address of a mail', async () => {
  const email = await reader();
  await askForLink(email);
  const token = tokenIn(await post.newestTo(email));
  await post.api.visitor().send('POST', '/api/auth/email-otp/send-verification-otp', { body: { email, type: 'sign-in' } });
  const code = codeIn(await post.newestTo(email));
  await post.api.visitor().send('POST', '/api/auth/request-password-reset', { body: { email } });
  const reset = tokenIn(await post.newestTo(email));
  await webhook({ event: 'spam', email });
  const kept = async (tables: readonly string[]): Promise<string> => {
    const rows = await asAdministrator<{ row: string }>(
      tables.map((name) => `select t::text as row from ${name} as t`).join(' union all '),
    );
    return rows.map(({ row }) => row).join('\n');
  };
  const { redis } = post.api.resources;
  const keys = await redis.keys('*');
  const copies = await Promise.all(keys.map((key) => redis.get(key).catch(() => '')));
  const business = await kept(await tenantTables());
  const everything = [business, await kept(['identity.verifications']), ...keys, ...copies].join('\n');
  expect(business).toContain('platform.mail.requested');
  expect(everything).toContain('magic-link');
  const found = [token, reset, `"${code}`, `${code}:`].filter((secret) => everything.includes(secret));
  expect(found).toEqual([]);
  expect(business.includes(email)).toBe(false);
});

describe('the house', () => {
  it('is no workspace, and nobody is in it', async () => {
    await expect(
      asAdministrator('insert into identity.organizations (id, name, slug) values ($1, $2, $2)', [houseTenantId, 'house']),
    ).rejects.toThrow('organizations_are_not_the_house');
    const person = await post.api.person('Kestrel');
    const entered = await person.send('POST', '/api/auth/organization/set-active', { body: { organizationId: houseTenantId } });
    expect(entered.status).toBeGreaterThanOrEqual(400);
    await expect(asAdministrator('update identity.sessions set active_organization_id = $1', [houseTenantId])).rejects.toThrow(
      'sessions_are_not_in_the_house',
    );
  });
});
