import { type BusinessDate, businessDate } from '@atlas/kernel';
import { type Auth, type Config, openAuth, openRedis } from '@atlas/platform';
import pg from 'pg';
import { demoLogin, demoWorkspace } from './login.ts';

/** The demo's workspace and how far it has come. `until` was the day of the first try and stays it. */
export type Workspace = {
  readonly tenantId: string;
  readonly userId: string;
  readonly until: BusinessDate;
  readonly complete: boolean;
};

type Mark = { demo: { until: string; complete: boolean } };

type Row = { id: string; metadata: string | null };

async function findUser(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>('select id from identity.users where email = $1', [demoLogin.email]);
  return rows[0]?.id ?? null;
}

async function findOrganization(client: pg.Client): Promise<Row | null> {
  const text = 'select id, metadata from identity.organizations where slug = $1';
  return (await client.query<Row>(text, [demoWorkspace.slug])).rows[0] ?? null;
}

async function othersExist(client: pg.Client): Promise<boolean> {
  return (await client.query('select from identity.users limit 1')).rowCount !== 0;
}

async function createThrough(auth: Auth, client: pg.Client, known: string | null, today: BusinessDate): Promise<Row> {
  const userId = known ?? (await auth.better.api.signUpEmail({ body: { ...demoLogin } })).user.id;
  // Nobody reads the mail of this address.
  await client.query('update identity.users set email_verified = true where id = $1', [userId]);
  const metadata: Mark = { demo: { until: today, complete: false } };
  await auth.better.api.createOrganization({ body: { ...demoWorkspace, userId, metadata } });
  const row = await findOrganization(client);
  if (!row) throw new Error('the demo workspace was made and cannot be found');
  return row;
}

/** Works with the identity schema as its own role, and with Better Auth on top of it. */
async function withIdentity<T>(config: Config, work: (client: pg.Client, auth: Auth) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: config.DATABASE_AUTH_URL });
  const redis = openRedis(config.REDIS_URL, config.REDIS_PREFIX);
  // It makes a workspace and changes none: there is nothing to tell.
  const auth = openAuth({ config, redis, requestMail: null, trail: async () => {} });
  await client.connect();
  try {
    return await work(client, auth);
  } finally {
    await Promise.all([client.end(), auth.close()]);
    redis.disconnect();
  }
}

/** Finds the demo's workspace or makes it with its person. Null when the database belongs to other people. */
export function openWorkspace(config: Config, today: BusinessDate): Promise<Workspace | null> {
  return withIdentity(config, async (client, auth) => {
    const known = await findUser(client);
    if (known === null && (await othersExist(client))) return null;
    const row = (await findOrganization(client)) ?? (await createThrough(auth, client, known, today));
    const userId = await findUser(client);
    if (userId === null || row.metadata === null) return null;
    const { demo } = JSON.parse(row.metadata) as Mark;
    return { tenantId: row.id, userId, until: businessDate(demo.until), complete: demo.complete };
  });
}

/** Remembers that everything was told. */
export function markComplete(config: Config, { tenantId, until }: Workspace): Promise<void> {
  return withIdentity(config, async (client) => {
    const metadata: Mark = { demo: { until, complete: true } };
    await client.query('update identity.organizations set metadata = $2 where id = $1', [tenantId, JSON.stringify(metadata)]);
  });
}
