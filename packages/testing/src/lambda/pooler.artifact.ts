import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Person, signUp } from '../api/visitor.ts';
import { asAdministrator, testDatabase } from '../database.ts';
import { type PgBouncer, startPgBouncer } from '../services/pgbouncer.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type FunctionPool, openPool } from './pool.ts';
import { pooled } from './pooled.ts';
import { pooledRoles } from './pooler.ts';

const instances = 3;

let bouncer: PgBouncer;
let functions: FunctionPool;
let gateway: Gateway;
let people: Person[];

beforeAll(async () => {
  const { urls } = await testDatabase();
  // One connection a role: every transaction meets what the one before it left.
  bouncer = await startPgBouncer({ postgresUrl: inject('postgresUrl'), passwords: pooledRoles, poolSize: 1 });
  const ground = { urls, redisUrl: `${inject('redisUrl')}/13`, storageFolder: testStorageFolder() };
  functions = openPool(apiFunction(pooled(environmentOn(ground), new URL(bouncer.url).host)), instances);
  gateway = await openGateway(functions);
  people = [await signUp(gateway.url, 'Left Ltd'), await signUp(gateway.url, 'Right Ltd')];
});
afterAll(async () => {
  await gateway?.close();
  await bouncer?.stop();
});

const newParty = (person: Person, code: string) => person.send('POST', '/v1/parties', { body: { code, name: code } });

const codesOf = async (person: Person): Promise<string[]> => {
  const { body } = await person.send('GET', '/v1/parties?limit=200');
  return body.items.map(({ code }: { code: string }) => code).sort();
};

/** What the next client finds on the connection of the API. */
async function leftBehind(): Promise<unknown> {
  const client = new pg.Client({ connectionString: bouncer.through((await testDatabase()).urls.app) });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select coalesce(current_setting('app.tenant_id', true), '') as tenant, coalesce(current_setting('app.actor_id', true), '') as actor,
        (select count(*)::int from parties) as parties`);
    return rows[0];
  } finally {
    await client.end();
  }
}

describe('instances behind a pooler that lends them one connection', () => {
  it('leave nothing of a tenant to the next: each sees its own', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => `POOLED-${String(index).padStart(2, '0')}`);
    const [left, right] = people as [Person, Person];
    for (const [index, code] of codes.entries()) {
      expect((await newParty(index % 2 === 0 ? left : right, code)).status).toBe(201);
      expect(await leftBehind()).toEqual({ tenant: '', actor: '', parties: 0 });
    }
    const both = await Promise.all([codesOf(left), codesOf(right)]);
    expect(both).toEqual([codes.filter((_, index) => index % 2 === 0), codes.filter((_, index) => index % 2 === 1)]);
  });

  it('hold two connections each, one for business and one for people, whatever they are asked', async () => {
    const counts: number[] = [];
    const asked = Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 5 === 0 ? signUp(gateway.url, `Crowd ${index}`) : codesOf(people[index % 2] as Person),
      ),
    );
    let done = false;
    void asked.finally(() => {
      done = true;
    });
    while (!done) {
      const clients = await bouncer.show('clients');
      counts.push(clients.filter(({ user }) => String(user).startsWith('atlas_')).length);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await asked;
    expect(Math.max(...counts)).toBeGreaterThan(instances);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2 * instances);
    const [server] = await asAdministrator<{ connections: number }>(`
      select count(*)::int as connections from pg_stat_activity
      where datname = current_database() and usename in ('atlas_app', 'atlas_auth') and client_port in
        (${(await bouncer.show('servers')).map(({ local_port: port }) => Number(port)).join(', ')})`);
    expect(server).toEqual({ connections: 2 });
  });
});
