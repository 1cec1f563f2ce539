import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { sstAnswers } from './answers.ts';
import { compileAndLoad } from './compile.ts';
import type { Evaluation, Resource } from './evaluation.ts';
import { type Pulumi, platform, requireOfPlatform, root } from './pulumi.ts';
import { recordInto } from './recorder.ts';

// Evaluates sst.config.ts for one stage as `sst deploy` does, with stand-ins for the program `sst`, Pulumi's engine and AWS.
// Once a process: Pulumi's runtime is one.

const [stage = '', folder = '', answerFile = ''] = process.argv.slice(2);

type App = Record<string, unknown> & { readonly name: string };
type Rpc = { readonly method: string; readonly params: [Record<string, unknown>] };

async function openSst(): Promise<void> {
  const server = createServer(async (request, response) => {
    const { method, params } = (await json(request)) as Rpc;
    const result = sstAnswers(method, params[0], join(folder, 'bundle'));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result === undefined ? { error: `rpc: can't find ${method}` } : { result }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  process.env.SST_SERVER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readApp(): Promise<App> {
  const asked = (await compileAndLoad({
    name: 'app',
    code: `import config from '${root}/sst.config.ts'; export default config.app({ stage: ${JSON.stringify(stage)} });`,
    banner: 'const $config = (config) => config;',
  })) as App;
  return { removal: 'retain', ...asked, stage };
}

const loadProgram = (app: App): Promise<unknown> =>
  compileAndLoad({
    name: 'run',
    code: [
      `import { run } from '${platform}/src/auto/run.ts';`,
      `import config from '${root}/sst.config.ts';`,
      'export default () => run(config.run);',
    ].join('\n'),
    define: {
      $app: JSON.stringify(app),
      $cli: JSON.stringify({
        command: 'deploy',
        dev: false,
        paths: { home: folder, root: join(folder, 'root'), work: join(folder, 'work'), platform },
        state: { version: {} },
      }),
      $dev: 'false',
    },
    inject: [join(platform, 'src/shim/run.js')],
    globals: [
      "import * as aws from '@pulumi/aws';",
      "import * as random from '@pulumi/random';",
      `import * as sst from '${platform}/src/components';`,
    ].join('\n'),
  });

await openSst();
const pulumi = requireOfPlatform('@pulumi/pulumi') as Pulumi;
const app = await readApp();
const resources: Resource[] = [];
await recordInto(resources, pulumi, app.name, stage);
const program = (await loadProgram(app)) as () => unknown;
const outputs = (await pulumi.runtime.runInPulumiStack(program)) ?? {};
// Until nothing of it is under way any more.
await pulumi.runtime.disconnect();
const evaluation: Evaluation = { app, resources, outputs };
writeFileSync(answerFile, JSON.stringify(evaluation));
process.exit(0);
