import { expect } from 'vitest';
import { newVisitor } from '../api/visitor.ts';
import { pause } from './chance.ts';
import { letAMinutePass } from './drain.ts';
import type { Deeds, Scene } from './ordeal.ts';

const listeningSql = "select from pg_stat_activity where application_name = 'atlas-relay-listen' and query like 'listen%'";

/** Also signing in is refused for the moment only. */
async function expectRefusal({ stage: { url } }: Scene): Promise<void> {
  const body = { email: 'someone@example.com', password: 'whatever it may be' };
  const answer = await newVisitor(url).send('POST', '/api/auth/sign-in/email', { body });
  expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
}

/** Kills it with everything it has. Redis with it now and then: then nobody knows who is signed in, and nobody is told to sign in again. */
async function killAndStart(scene: Scene, withRedis: boolean): Promise<void> {
  const { postgres, redis, emptyRedis } = scene.stage;
  await Promise.all([postgres.kill(), withRedis ? redis.kill() : undefined]);
  if (withRedis) emptyRedis();
  await expectRefusal(scene);
  await pause(scene.work.chance.between(0, 600));
  await Promise.all([postgres.start(), withRedis ? redis.start() : undefined]);
  // However slow the machine is: no client waits for the minute after which what Redis lost is asked for again.
  if (withRedis) await letAMinutePass(scene.stage);
}

/** Kills one connection's process: PostgreSQL throws all others out and recovers by itself. */
async function killBackend({ stage: { ask } }: Scene): Promise<void> {
  const [backend] = await ask<{ pid: number }>("select pid from pg_stat_activity where usename = 'atlas_app' limit 1");
  if (backend) process.kill(backend.pid, 'SIGKILL');
  await expect
    .poll(
      () =>
        ask('select').then(
          ({ length }) => length,
          () => null,
        ),
      { timeout: 10_000 },
    )
    .toBe(1);
}

/** Kills PostgreSQL again and again, some times Redis with it, and one of its processes alone. */
export const killPostgresAgain: Deeds = {
  during: async (scene) => {
    for (let kills = 0; kills < 6; kills++) {
      await pause(scene.work.chance.between(400, 1200));
      await killAndStart(scene, kills % 3 === 2);
    }
    await pause(scene.work.chance.between(400, 1200));
    await killBackend(scene);
    await letAMinutePass(scene.stage);
  },
  afterwards: async ({ stage, work: { notes } }) => {
    expect(notes.refused, 'refusals for the moment').toBeGreaterThan(0);
    expect(await stage.ask(listeningSql), 'the relay listens again').toHaveLength(1);
    // What Redis lost with it is asked for again after a minute.
    await letAMinutePass(stage);
  },
};
