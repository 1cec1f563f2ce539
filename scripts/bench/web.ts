import { Instance, openSite, webFunction } from '@atlas/testing/lambda';
import { environmentOn } from '@atlas/testing/services';
import { run } from '../run.ts';
import { signUp } from './client.ts';
import { type Figure, figure, median } from './measure.ts';
import { groundOf, using } from './stage.ts';
import { openStores } from './stores.ts';

/** How soon a new instance has to be ready, and the dashboard to be written by one that is. */
const allowedMs = { init: 700, dashboard: 60 };

/** Milliseconds from the spawn of an instance to its question for the first event, as AWS measures it. */
async function initMs(): Promise<number> {
  const begun = performance.now();
  const instance = await Instance.start(webFunction({ API_URL: 'http://127.0.0.1' }));
  await instance.ready();
  const taken = performance.now() - begun;
  await instance.kill();
  return taken;
}

async function dashboardMs(url: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`the dashboard answered with ${answer.status}`);
  return performance.now() - begun;
}

/** The web app as it is deployed: a cold instance, and the dashboard of somebody signed in, through the whole site. */
export const web = (seconds: number): Promise<Figure[]> =>
  using(openStores, async (stores) => {
    for (const script of ['bundle.ts', 'site.ts'])
      if ((await run('node', [`scripts/${script}`])) !== 0) throw new Error(`${script} could not build`);
    const inits: number[] = [];
    for (let turn = 0; turn < Math.max(3, seconds / 4); turn++) inits.push(await initMs());
    const environment = environmentOn(groundOf(stores, stores.database));
    return using(
      () => openSite({ apiPort: 0, sitePort: 0, environment, besides: {} }),
      async ({ url }) => {
        const cookie = await signUp({ api: url, origin: environment.PUBLIC_URL });
        const times: number[] = [];
        for (let turn = 0; turn < 10; turn++) await dashboardMs(url, cookie);
        for (let turn = 0; turn < Math.max(50, 5 * seconds); turn++) times.push(await dashboardMs(url, cookie));
        return [
          figure('web.init', 1, 'ms', median(inits), allowedMs.init),
          figure('web.dashboard', 1, 'ms', median(times), allowedMs.dashboard),
        ];
      },
    );
  });
