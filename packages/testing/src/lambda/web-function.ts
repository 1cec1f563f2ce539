import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec } from './instance.ts';

const webFolder = join(import.meta.dirname, '..', '..', '..', '..', 'web');

/** What OpenNext says of the site that it made (web/.open-next/open-next.output.json), as far as a deployment asks. */
type Outcome = {
  readonly origins: {
    readonly s3: { readonly copy: readonly { readonly from: string; readonly versionedSubDir: string }[] };
    readonly default: { readonly handler: string; readonly bundle: string; readonly streaming: boolean };
  };
};

const outcome = (): Outcome => JSON.parse(readFileSync(join(webFolder, '.open-next', 'open-next.output.json'), 'utf8'));

/** The web app as it is deployed: the server's function, with the address of the API as all its settings. */
export function webFunction(environment: Readonly<Record<string, string>>): FunctionSpec {
  const { handler, bundle } = outcome().origins.default;
  return { name: 'web', folder: join(webFolder, bundle), handler, environment, memoryMb: 1024, timeoutMs: 20_000 };
}

/** Files that are served as they are, and the folder of those whose names change with what is in them. */
export type Assets = { readonly folder: string; readonly versioned: string };

/** The assets of the built site. */
export function siteAssets(): Assets {
  const [copied, ...more] = outcome().origins.s3.copy;
  if (!copied || more.length > 0) throw new Error('the site has more to copy than its assets');
  return { folder: join(webFolder, copied.from), versioned: copied.versionedSubDir };
}
