export { openQueueRedis } from '../cache/redis.ts';
export { startRelay } from './relay.ts';
export { startWorker } from './worker.ts';
