import { freePort } from '@atlas/testing/services';
import { untilAnswers } from './answers.ts';
import { artifacts } from './artifacts.ts';
import type { Claim } from './claim.ts';
import { seedDemo } from './demo.ts';
import { environmentOf, writeEnvironment } from './environment.ts';
import type { StartOptions } from './options.ts';
import type { Parts } from './parts.ts';
import type { Print } from './print.ts';
import type { ProcessRecord } from './process-record.ts';
import { readSecrets } from './secrets.ts';
import { sources } from './sources.ts';
import { openStores } from './stores.ts';
import { summaryOf } from './summary.ts';
import { startVendors } from './vendors.ts';

const usualWebPort = 3000;
const usualApiPort = 4000;

export type Starting = { readonly claim: Claim; readonly record: ProcessRecord; readonly parts: Parts; readonly print: Print };

/** Starts everything, in the order of need, and says last where it is. Resolves when people can use it. */
export async function startAtlas(options: StartOptions, { claim, record, parts, print }: Starting): Promise<void> {
  const begun = performance.now();
  const strays = await record.endStrays();
  if (strays.length > 0) print.part('start', `ended what a killed start had left: ${strays.join(', ')}`);
  const secrets = readSecrets(options.data);
  const apiPort = await freePort(usualApiPort);
  const webPort = options.web ? await freePort(usualWebPort) : null;
  const way = options.artifacts ? artifacts : sources;
  const api = way.apiOf({ apiPort, webPort });
  const publicUrl = webPort === null ? api.url : `http://localhost:${webPort}`;
  const vendors = await startVendors(parts);
  const built = way.build(parts, print, webPort !== null);
  built.catch(() => undefined);
  const stores = await openStores(options.data, secrets, parts, print);
  const environment = { ...environmentOf(options.data, secrets, stores, { apiPort, publicUrl }), ...vendors.environment };
  writeEnvironment(options.data, environment, stores.database.owner);
  const programs = { apiPort, webPort, environment, mailUrl: vendors.mailUrl };
  await way.startPrograms(parts, programs, built);
  const [demo] = await Promise.all([
    seedDemo(parts, { ...process.env, ...environment }),
    untilAnswers(api.probe, 'the API'),
    vendors.untilReady(),
    built,
  ]);
  if (webPort !== null) {
    way.startWeb(parts, programs);
    await untilAnswers(`http://127.0.0.1:${webPort}/`, 'the web app');
  }
  claim.announce(publicUrl);
  const seconds = (performance.now() - begun) / 1000;
  const mail = vendors.mailUrl && `${webPort === null ? vendors.mailUrl : publicUrl}/dev/mail`;
  print.plain(summaryOf({ publicUrl, apiUrl: api.url, web: webPort !== null, data: options.data, mail, demo, seconds }));
}
