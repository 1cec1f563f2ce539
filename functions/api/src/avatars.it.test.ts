import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Answer, type Api, type Person, startApi, type Visitor } from '@atlas/testing/api';
import { type GravatarStandIn, hasPicture, startGravatar } from '@atlas/testing/standins';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let gravatar: GravatarStandIn;
let api: Api;
let owner: Person;
let colleague: Person;

const idOf = async (visitor: Visitor): Promise<string> => (await visitor.send('GET', '/v1/me')).body.userId;
const pictureOf = async (viewer: Visitor, person: Visitor): Promise<Answer> =>
  viewer.send('GET', `/v1/avatars/${await idOf(person)}`);
const hashOf = (email: string): string => createHash('sha256').update(email).digest('hex');

/** Gives somebody a new address that has a picture, or has none. */
async function moves(person: Visitor, withPicture: boolean): Promise<void> {
  let email: string;
  do email = `${uuidv7()}@example.com`;
  while (hasPicture(hashOf(email)) !== withPicture);
  await asAdministrator('update identity.users set email = $2 where id = $1', [await idOf(person), email]);
}

beforeAll(async () => {
  gravatar = await startGravatar();
  api = await startApi(9, gravatar.environment);
  owner = await api.person('Faces Ltd');
  colleague = await api.member(owner);
  await moves(colleague, true);
});
afterAll(async () => {
  await api.close();
  await gravatar.close();
});

/** The answer to a colleague's picture where Gravatar behaves like this. */
async function whereGravatar(does: RequestListener, env: Record<string, string> = {}): Promise<Answer & { again: Answer }> {
  const server = createServer(does);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const other = await startApi(9, { GRAVATAR_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...env });
  await moves(colleague, true);
  const viewer = other.visitor();
  viewer.setCookie(owner.cookie());
  try {
    return { ...(await pictureOf(viewer, colleague)), again: await pictureOf(viewer, colleague) };
  } finally {
    await other.close();
    server.closeAllConnections();
    server.close();
  }
}

describe('the picture of a person', () => {
  it('is shown to oneself and to whoever shares a workspace, and kept by their browser alone', async () => {
    for (const viewer of [colleague, owner]) {
      const { status, headers } = await pictureOf(viewer, colleague);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('image/png');
      expect(headers.get('cache-control')).toBe('private, max-age=3600');
      expect(headers.get('vary')).toContain('Cookie');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is a stranger’s to everybody else, as is whoever does not exist', async () => {
    const stranger = await api.person('Elsewhere Ltd');
    const told = ({ status, text, headers }: Answer) => [status, text, headers.get('cache-control'), headers.get('content-type')];
    const nobody = await stranger.send('GET', `/v1/avatars/${uuidv7()}`);
    expect(told(await pictureOf(stranger, colleague))).toEqual(told(nobody));
    expect([nobody.status, nobody.text]).toEqual([204, '']);
    expect((await api.visitor().send('GET', `/v1/avatars/${await idOf(colleague)}`)).status).toBe(401);
    expect((await owner.send('GET', '/v1/avatars/..%2f..')).status).toBe(204);
  });

  it('is shown in whichever workspace one is at the moment', async () => {
    const both = await api.member(owner);
    await both.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: uuidv7() } });
    expect((await pictureOf(both, colleague)).status).toBe(200);
  });

  it('is a stranger’s again to who has left', async () => {
    const leaver = await api.member(owner);
    expect((await pictureOf(leaver, colleague)).status).toBe(200);
    const { tenantId } = (await leaver.send('GET', '/v1/me')).body;
    await leaver.send('POST', '/api/auth/organization/leave', { body: { organizationId: tenantId } });
    expect((await pictureOf(leaver, colleague)).status).toBe(204);
  });

  it('is asked for once, also by many at once and when there is none', async () => {
    for (const withPicture of [true, false]) {
      await moves(colleague, withPicture);
      const before = gravatar.asked();
      const id = await idOf(colleague);
      const answers = await Promise.all(Array.from({ length: 8 }, () => owner.send('GET', `/v1/avatars/${id}`)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([withPicture ? 200 : 204]));
      await pictureOf(owner, colleague);
      expect(gravatar.asked() - before).toBe(1);
    }
  });

  it('is told nothing but a hash, and not who looks', async () => {
    const seen: string[] = [];
    await whereGravatar((request, response) => {
      seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
      response.writeHead(404).end();
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^\/avatar\/[0-9a-f]{64}\?d=404&s=96 /);
    expect(seen[0]).not.toMatch(/example\.com|cookie|forwarded/i);
  });
});

describe('a Gravatar that', () => {
  const refused: readonly (readonly [string, RequestListener])[] = [
    ['says nothing', () => undefined],
    ['stops in the middle', (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).write('half')],
    [
      'sends too much',
      (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(300_000)),
    ],
    [
      'sends a page that runs',
      (_request, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>'),
    ],
    [
      'sends us elsewhere',
      (_request, response) => response.writeHead(302, { location: `${gravatar.url}/avatar/${'0'.repeat(64)}` }).end(),
    ],
    ['fails', (_request, response) => response.writeHead(503).end()],
  ];
  it.each(refused)('%s leaves people without a picture, and is left alone for a moment', async (_does, behaves) => {
    let asked = 0;
    const { status, again } = await whereGravatar((request, response) => {
      asked++;
      behaves(request, response);
    });
    expect([status, again.status]).toEqual([204, 204]);
    expect(asked).toBe(1);
  });
});

it('pictures are there without Redis, too', async () => {
  const other = await startApi(9, { REDIS_URL: 'redis://127.0.0.1:9', ...gravatar.environment });
  try {
    const viewer = other.visitor();
    viewer.setCookie(owner.cookie());
    await moves(colleague, true);
    const before = gravatar.asked();
    expect([(await pictureOf(viewer, colleague)).status, (await pictureOf(viewer, colleague)).status]).toEqual([200, 200]);
    expect(gravatar.asked() - before).toBe(2);
  } finally {
    await other.close();
  }
});
