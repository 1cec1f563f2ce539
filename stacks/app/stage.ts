import { deployApi } from './api.ts';
import { environmentOf } from './environment.ts';
import { foundationOf } from './foundation-ref.ts';
import { guardAll } from './guard.ts';
import { migrated } from './migrate.ts';
import { tierOf } from './names.ts';
import { secretsOf } from './secrets.ts';
import { openSite, routeToApi } from './site.ts';
import { deployWeb } from './web.ts';
import { deployWorker } from './worker.ts';

/** What is deployed. By hand, each deployment is a release of its own. */
const releaseOf = (): string => process.env.GITHUB_SHA ?? `by-hand-${new Date().toISOString()}`;

/** Everything a stage is: first the schema, then who works with it. */
export function deployStage() {
  const foundation = foundationOf(tierOf($app.stage));
  guardAll(foundation);
  const edgeSecret = new random.RandomPassword('EdgeSecret', { length: 48, special: false }).result;
  const site = openSite(edgeSecret);
  const release = migrated(foundation, releaseOf());
  const environment = environmentOf({ foundation, secrets: secretsOf(), publicUrl: site.url, release });
  const apiUrl = deployApi(foundation, { ...environment, ORIGIN_SECRET: edgeSecret });
  routeToApi(site, apiUrl);
  deployWorker(foundation, environment);
  deployWeb(site, foundation, release);
  return { url: site.url };
}
