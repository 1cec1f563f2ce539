import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@atlas/platform';
import { asAdministrator, testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import type { World } from './world.ts';

/**
 * Does the background work of a workspace on connections that are killed again and again, from a little later each time, and once
 * more on others.
 *
 * @returns how many connections were killed
 */
export async function workThroughKills(world: World): Promise<number> {
  const name = `killed ${world.tenantId}`;
  const url = new URL((await testDatabase()).urls.app);
  url.searchParams.set('application_name', name);
  const victim = openDatabase({ url: url.toString(), poolSize: 2, preparedStatements: true });
  const kill = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1';
  let kills = 0;
  for (let attempt = 0; attempt < 10; attempt++) {
    let isOver = false;
    const work = doBackgroundWork(world, 1, victim)
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    await wait(15 * attempt);
    while (!isOver) {
      kills += (await asAdministrator(kill, [name])).length;
      await wait(25);
    }
    await work;
  }
  await victim.close();
  await doBackgroundWork(world);
  return kills;
}
