import { join } from 'node:path';
import { buildApp, nextProgram } from '../web/app.ts';
import { webFolder } from '../web/sources.ts';
import { builderOf, type Way } from './way.ts';

/** As developers run Atlas: the sources of the API and the worker, and the web app as Next serves it. */
export const sources: Way = {
  apiOf: ({ apiPort }) => ({ url: `http://localhost:${apiPort}`, probe: `http://127.0.0.1:${apiPort}/health` }),
  build: async (parts, print, web) => {
    if (web) await buildApp(builderOf(parts, print));
  },
  startPrograms: async (parts, { environment }) => {
    const env = { ...process.env, ...environment };
    parts.startNode({ name: 'worker', args: [join('functions', 'worker', 'src', 'main.ts')], env });
    parts.startNode({ name: 'api', args: [join('functions', 'api', 'src', 'main.ts')], env });
  },
  startWeb: (parts, { webPort, apiPort, environment }) => {
    const { DEV_MAIL_URL, UPLOAD_ORIGIN } = environment;
    parts.startNode({
      name: 'web',
      args: [nextProgram, 'start', '-p', String(webPort), '-H', '127.0.0.1'],
      env: {
        ...process.env,
        ...(DEV_MAIL_URL !== undefined && { DEV_MAIL_URL }),
        ...(UPLOAD_ORIGIN !== undefined && { UPLOAD_ORIGIN }),
        API_URL: `http://127.0.0.1:${apiPort}`,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      },
      cwd: webFolder,
    });
  },
};
