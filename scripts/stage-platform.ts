import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

// What sst.config.ts and stacks/app are written against, SST's components and Pulumi, unpacked into .sst. Once, and again
// when the version of SST or what the configuration asks for has changed.

const stamp = join(root, '.sst', 'unpacked');
const sources = [join(root, 'node_modules', 'sst', 'package.json'), join(root, 'sst.config.ts')];
const wanted = createHash('sha256')
  .update(sources.map((path) => readFileSync(path, 'utf8')).join())
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stdout.write('SST unpacks its platform: the first time about a minute, 320 MB\n');
  execFileSync(join(root, 'node_modules', '.bin', 'sst'), ['install', '--stage', 'ci'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // Neither Pulumi's own program nor Bun is needed to read types and to evaluate.
      SST_SKIP_DEPENDENCY_CHECK: '1',
      SST_NO_BUN: '1',
      SST_TELEMETRY_DISABLED: '1',
    },
  });
  writeFileSync(stamp, wanted);
}
