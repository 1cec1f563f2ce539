import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startApi, type Visitor } from '../api/index.ts';

let api: Api;
let owner: Visitor;

beforeAll(async () => {
  api = await startApi(12);
  owner = await api.person('Owner Ltd');
});
afterAll(() => api.close());

type Asked = readonly [method: string, path: string, body: Record<string, unknown> | undefined];

/** What Better Auth looks up by an id that it does not look at first. */
const asked: readonly Asked[] = [
  ['POST', '/organization/update-member-role', { memberId: 'no-id', role: 'admin' }],
  ['POST', '/organization/remove-member', { memberIdOrEmail: 'no-id' }],
  ['POST', '/organization/cancel-invitation', { invitationId: 'no-id' }],
  ['POST', '/organization/accept-invitation', { invitationId: 'no-id' }],
  ['POST', '/organization/reject-invitation', { invitationId: 'no-id' }],
  ['GET', '/organization/get-invitation?id=no-id', undefined],
  ['POST', '/organization/set-active', { organizationId: 'no-id' }],
  ['GET', '/organization/get-full-organization?organizationId=no-id', undefined],
  ['GET', '/organization/list-members?organizationId=no-id', undefined],
  ['POST', '/organization/invite-member', { email: 'a@example.com', role: 'member', organizationId: 'no-id' }],
  ['POST', '/organization/update', { organizationId: 'no-id', data: { name: 'Other' } }],
  ['POST', '/organization/leave', { organizationId: 'no-id' }],
  ['POST', '/organization/delete', { organizationId: 'no-id' }],
  ['POST', '/passkey/delete-passkey', { id: 'no-id' }],
  ['POST', '/workspace-domains/join', { organizationId: 'no-id' }],
];

describe('an id that is none', () => {
  it.each<Asked>(asked)('is refused by %s %s', async (method, path, body) => {
    const answer = await owner.send(method, `/api/auth${path}`, body ? { body } : {});
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});
