import { openLog, readConfig } from '@atlas/platform';
import { createApp, openResources } from './app.ts';
import { limits } from './limits.ts';

/** The API as a server of its own: on a developer's machine and in tests. */
const config = readConfig(process.env);
const log = openLog('api', config.LOG_LEVEL, config);
const resources = openResources(config);
const app = await createApp(config, log, resources);
const server = await app.listen(config.API_PORT, '127.0.0.1');
const address = server.address();
log.info({ port: typeof address === 'object' && address ? address.port : config.API_PORT }, 'ready');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    server.closeIdleConnections();
    // Someone who sends or reads slowly does not hold up the end.
    setTimeout(() => server.closeAllConnections(), limits.drainMs).unref();
    await app.close();
    await resources.close();
    log.info('stopped');
    process.exit(0);
  });
}
