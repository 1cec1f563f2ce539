import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import { type Builder, buildApp, buildId } from './app.ts';
import { webFolder } from './sources.ts';

const openNextProgram = join(root, 'node_modules', '@opennextjs', 'aws', 'dist', 'index.js');
const site = join(webFolder, '.open-next');
/** Written last. */
const outcome = join(site, 'open-next.output.json');
const siteId = join(site, 'assets', 'BUILD_ID');

/**
 * What Next takes along and a running server never reads: measures of fonts, the React of experiments that we do not switch
 * on, parts of the build, and what it has a copy of itself.
 */
const neverRead = [
  'next/dist/server/capsize-font-metrics.json',
  'next/dist/compiled/next-server/app-page-turbo-experimental.runtime.prod.js',
  '@opentelemetry',
  '@swc',
  'semver',
  'detect-libc',
];

const isCurrent = (): boolean => existsSync(outcome) && existsSync(siteId) && readFileSync(siteId, 'utf8') === buildId();

/** Makes of the web app what AWS runs, in web/.open-next: the server's function and the assets. Nothing is built twice. */
export async function buildSite(builder: Builder): Promise<void> {
  await buildApp(builder);
  if (isCurrent()) return;
  const code = await builder.run([openNextProgram, 'build'], { NODE_ENV: 'production' });
  const modules = join(site, 'server-functions', 'default', 'node_modules');
  for (const path of neverRead) rmSync(join(modules, path), { recursive: true, force: true });
  if (code !== 0 || !isCurrent()) throw new Error(`the site could not be made of the web app (code ${code})`);
  builder.say('made a site of it');
}
