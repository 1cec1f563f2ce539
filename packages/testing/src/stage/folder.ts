import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './pulumi.ts';

const output = {
  edgeFunctions: {},
  origins: {
    s3: { type: 's3', originPath: '_assets', copy: [] },
    imageOptimizer: {
      type: 'function',
      handler: 'index.handler',
      bundle: '.open-next/image-optimization-function',
      streaming: false,
    },
    default: { type: 'function', handler: 'index.handler', bundle: '.open-next/server-functions/default', streaming: false },
  },
  behaviors: [],
  additionalProps: { disableIncrementalCache: true, disableTagCache: true },
};

/** What SST reads of a site that was built, for where none was. */
function writeSite(web: string): void {
  mkdirSync(join(web, '.open-next', 'assets'), { recursive: true });
  mkdirSync(join(web, '.next'));
  writeFileSync(join(web, '.open-next', 'open-next.output.json'), JSON.stringify(output));
  writeFileSync(join(web, '.next', 'BUILD_ID'), 'none');
  writeFileSync(join(web, '.next', 'routes-manifest.json'), '{"basePath":""}');
  writeFileSync(join(web, '.next', 'prerender-manifest.json'), '{"version":4,"routes":{}}');
}

/**
 * A folder in which a stage can be evaluated: a root as SST expects it, with the site that was built, if one was, and
 * code for functions. SST writes beside what it reads: not into the repository.
 */
export function openStageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-stage-'));
  const web = join(folder, 'root', 'web');
  mkdirSync(web, { recursive: true });
  const built = ['.open-next/open-next.output.json', '.next/BUILD_ID', '.next/routes-manifest.json'];
  if (built.every((file) => existsSync(join(root, 'web', file))))
    for (const name of ['.open-next', '.next']) symlinkSync(join(root, 'web', name), join(web, name));
  else writeSite(web);
  mkdirSync(join(folder, 'root', 'functions', 'worker'), { recursive: true });
  mkdirSync(join(folder, 'bundle'));
  for (const name of ['handler', 'index'])
    writeFileSync(join(folder, 'bundle', `${name}.mjs`), 'export const handler = () => null;\n');
  return folder;
}
