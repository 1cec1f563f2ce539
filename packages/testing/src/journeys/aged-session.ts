import { setTimeout as wait } from 'node:timers/promises';
import { openRedis } from '@atlas/platform';
import pg from 'pg';
import { inject } from 'vitest';

/** Makes it an hour since someone proved who they are, in all their sessions and in the copies of them: nobody waits for that. */
export async function ageSessions(email: string): Promise<void> {
  const { DATABASE_OWNER_URL, REDIS_URL } = inject('atlasEnvironment');
  if (!DATABASE_OWNER_URL || !REDIS_URL) throw new Error('JOURNEY_DATA has to name the folder of the Atlas at JOURNEY_URL');
  const client = new pg.Client({ connectionString: DATABASE_OWNER_URL });
  const redis = openRedis(REDIS_URL);
  try {
    await client.connect();
    const { rows } = await client.query<{ token: string }>(
      `update identity.sessions set authenticated_at = now() - interval '1 hour'
       where user_id = (select id from identity.users where email = $1) returning token`,
      [email],
    );
    // As Atlas does it: a request that read PostgreSQL just before may not put its copy back.
    await Promise.all(rows.map(({ token }) => redis.set(`atlas:auth:${token}`, '', 'EX', 10)));
    // What an instance read of a session holds for a second.
    await wait(1100);
  } finally {
    await client.end();
    redis.disconnect();
  }
}
