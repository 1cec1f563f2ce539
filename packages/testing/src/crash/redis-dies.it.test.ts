import { describe, expect, it } from 'vitest';
import { pause } from './chance.ts';
import { expectHealth, letAMinutePass, untilPublished } from './drain.ts';
import { ordeal, type Scene } from './ordeal.ts';
import type { Work } from './work.ts';

const heldSql = `
  select query from pg_stat_activity
  where application_name = 'atlas-relay' and state like 'idle in transaction%' and xact_start < now() - interval '1 second'`;

/** Lets the first requests find out that Redis is away, and expects that others are answered. */
async function expectPostings({ acknowledged }: Work): Promise<void> {
  await pause(1500);
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 3000 }).toBeGreaterThan(before);
}

/** A Redis that is there and says nothing holds up nobody for long. */
async function outlastSilence({ stage, work }: Scene): Promise<void> {
  await expectHealth(stage);
  stage.redis.signal('SIGSTOP');
  await expectPostings(work);
  stage.redis.signal('SIGCONT');
  await expectHealth(stage);
}

/** What must go on while Redis is away for longer: people come and go, workers end, and no transaction waits for it. */
async function outlast({ stage, work, tenants: [tenant] }: Scene): Promise<void> {
  const { redis, worker, ask } = stage;
  const visitor = await tenant?.signIn();
  const cookie = visitor?.cookie() ?? '';
  const me = async () => (await visitor?.send('GET', '/v1/me'))?.status;
  expect(await me()).toBe(200);
  await redis.kill();
  expect(await visitor?.send('POST', '/api/auth/sign-out', { body: {} })).toMatchObject({ status: 200 });
  visitor?.setCookie(cookie);
  await expectPostings(work);
  expect(await me(), 'signed out').toBe(401);
  expect(await ask(heldSql)).toEqual([]);
  expect(await worker.stop()).toBe('ended with code 0');
  await worker.start();
  await redis.start();
  await expectHealth(stage);
  expect(await me(), 'signed out, whatever Redis had on disk').toBe(401);
}

describe('a Redis that is killed under load', () => {
  it('takes nothing with it, whether it comes back with its file or empty', { timeout: 180_000 }, () =>
    ordeal({
      during: async (scene) => {
        const { stage, work } = scene;
        for (let kills = 0; kills < 6; kills++) {
          await pause(work.chance.between(200, 800));
          await stage.redis.kill();
          if (kills % 2 === 1) stage.emptyRedis();
          await pause(work.chance.between(200, 800));
          await stage.redis.start();
        }
        await outlastSilence(scene);
        await outlast(scene);
        await letAMinutePass(stage);
      },
      afterwards: async ({ stage }) => {
        // What the relay has just handed over is gone for good: only PostgreSQL knows of it.
        await untilPublished(stage);
        await stage.redis.kill();
        stage.emptyRedis();
        await stage.redis.start();
        await letAMinutePass(stage);
      },
    }),
  );
});
