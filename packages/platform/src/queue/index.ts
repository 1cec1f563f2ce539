export { openQueueRedis } from '../cache/redis.ts';
export { startRelay } from './relay.ts';
export { ringWakeUps } from './ring-wake-ups.ts';
export { readWork } from './watch/read-work.ts';
export { startWatch, type Watch } from './watch/start-watch.ts';
export { startWorker } from './worker.ts';
