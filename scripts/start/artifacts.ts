import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../run.ts';
import { buildSite } from '../web/site.ts';
import { builderOf, type Way } from './way.ts';

const workerFolder = join(root, 'functions', 'worker', 'dist');

/** As AWS runs Atlas: functions in instances, behind what stands in for API Gateway and CloudFront; the worker's bundle. */
export const artifacts: Way = {
  apiOf: ({ apiPort, webPort }) => {
    // The API refuses who does not come through the site.
    const port = webPort ?? apiPort;
    return { url: `http://localhost:${port}`, probe: `http://127.0.0.1:${port}/v1/sign-in-methods` };
  },
  build: async (parts, print, web) => {
    const args = [join('scripts', 'bundle.ts')];
    const code = await parts.runNode({ name: 'bundle', args, env: process.env, quiet: true });
    if (code !== 0) throw new Error(`the bundles could not be built (code ${code}): see the lines of bundle above`);
    if (web) await buildSite(builderOf(parts, print));
  },
  startPrograms: async (parts, { apiPort, webPort, environment, mailUrl }, built) => {
    await built;
    const env = { ...process.env, ...environment };
    parts.startNode({ name: 'worker', args: ['main.mjs'], env, cwd: workerFolder });
    const besides = mailUrl === null ? {} : { '/dev/mail': mailUrl, '/dev/mail.json': mailUrl };
    const SITE = JSON.stringify({ apiPort, sitePort: webPort, environment, besides });
    const main = fileURLToPath(import.meta.resolve('@atlas/testing/lambda/main'));
    parts.startNode({ name: 'aws', args: [main], env: { ...process.env, SITE } });
  },
  startWeb: () => undefined,
};
