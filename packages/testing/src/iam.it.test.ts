import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { openDatabase } from '@atlas/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { internals } from '../../platform/src/db/database.ts';
import { iamToken } from '../../platform/src/db/iam-token.ts';
import { type Rds, startRds } from './lambda/rds.ts';
import { signatureOf } from './lambda/signature.ts';

const secret = 'secret of nobody';
const authorities = tls.getCACertificates('default');

let rds: Rds;
let door: { host: string; port: number; user: string };

beforeAll(async () => {
  rds = await startRds();
  await rds.ask('create role atlas_somebody login');
  tls.setDefaultCACertificates([...authorities, readFileSync(rds.authority, 'utf8')]);
});
afterAll(async () => {
  tls.setDefaultCACertificates(authorities);
  await rds.close();
});
beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'NOBODY');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  vi.useFakeTimers({ toFake: ['Date'] });
  const [host = '', port] = rds.host.split(':');
  door = { host, port: Number(port), user: 'atlas_somebody' };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const open = () =>
  openDatabase({ url: `postgresql://atlas_somebody@${rds.host}/postgres`, iam: true, poolSize: 1, preparedStatements: false });

/** Signs in on a new connection. */
async function signIn(): Promise<Record<string, unknown>> {
  const db = open();
  try {
    const { rows } = await db[internals].pool.query(
      'select current_user as "user", ssl as encrypted from pg_stat_ssl where pid = pg_backend_pid()',
    );
    return rows[0];
  } finally {
    await db.close();
  }
}

/** Makes PostgreSQL take what RDS would. */
const take = (token: string) => rds.ask(`alter role atlas_somebody password '${token}'`);

describe('a token of IAM', () => {
  it('is an address that AWS has signed for one server, port, role and region, for 15 minutes', async () => {
    const url = new URL(`https://${await iamToken(door)}`);
    const { searchParams: said } = url;
    expect([url.host, said.get('Action'), said.get('DBUser')]).toEqual([rds.host, 'connect', 'atlas_somebody']);
    expect(said.get('X-Amz-Credential')).toMatch(/^NOBODY\/\d{8}\/eu-central-1\/rds-db\/aws4_request$/);
    expect(said.get('X-Amz-Expires')).toBe('900');
    expect(said.get('X-Amz-Signature')).toBe(signatureOf(url, secret));
  });

  it('is the password of every new connection, which is encrypted, and another after ten minutes', async () => {
    await take(await iamToken(door));
    expect(await signIn()).toEqual({ user: 'atlas_somebody', encrypted: true });
    vi.setSystemTime(Date.now() + 9 * 60_000);
    expect(await signIn()).toEqual({ user: 'atlas_somebody', encrypted: true });
    vi.setSystemTime(Date.now() + 2 * 60_000);
    await expect(signIn()).rejects.toThrow('password authentication failed');
    await take(await iamToken(door));
    expect(await signIn()).toEqual({ user: 'atlas_somebody', encrypted: true });
  });

  it('is not shown to a server with a certificate that nobody has signed', async () => {
    tls.setDefaultCACertificates(authorities);
    await expect(signIn()).rejects.toThrow(/certificate/);
    tls.setDefaultCACertificates([...authorities, readFileSync(rds.authority, 'utf8')]);
  });
});
