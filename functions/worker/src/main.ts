import { modules } from '@atlas/modules';
import {
  brevoMailer,
  handlersOf,
  openDatabase,
  openLog,
  openStorage,
  openTracer,
  readConfig,
  watchedStageOf,
} from '@atlas/platform';
import { openQueueRedis, startRelay, startWatch, startWorker } from '@atlas/platform/queue';
import { openHeartbeat } from './heartbeat.ts';

/** The worker: outbox relay and jobs. Any number of them may run; SIGTERM drains one. */
const config = readConfig(process.env);
const log = openLog('worker', config.LOG_LEVEL, config);
const db = openDatabase({
  url: config.DATABASE_APP_URL,
  iam: config.DATABASE_IAM,
  poolSize: config.DATABASE_POOL_SIZE,
  preparedStatements: config.DATABASE_PREPARED_STATEMENTS,
});
const tracer = await openTracer(config);
const place = {
  connection: openQueueRedis(config.QUEUE_REDIS_URL ?? config.REDIS_URL, { iam: config.REDIS_IAM }),
  prefix: config.REDIS_PREFIX,
};
const relay = startRelay({
  databaseUrl: config.DATABASE_RELAY_URL,
  iam: config.DATABASE_IAM,
  ...place,
  handled: new Set(handlersOf(modules).keys()),
  log,
  tracer,
  onRound: openHeartbeat(config.HEARTBEAT_FILE, log),
});
const worker = startWorker({
  ...place,
  modules,
  concurrency: 4,
  lockMs: config.WORKER_LOCK_MS,
  log,
  db,
  storage: openStorage(config),
  mailer: brevoMailer(config),
  tracer,
});
const watchedStage = watchedStageOf(config);
const watch =
  watchedStage === undefined
    ? null
    : startWatch({ databaseUrl: config.DATABASE_RELAY_URL, iam: config.DATABASE_IAM, ...place, stage: watchedStage, log });
log.info('ready');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([relay.stop(), worker.stop(), watch?.stop()]);
    await db.close();
    place.connection.disconnect();
    log.info('stopped');
    process.exit(0);
  });
}
