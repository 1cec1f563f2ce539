import { isBeating } from './heartbeat.ts';

/** The health check of the worker's image: whether the worker in this container goes on. */
process.exitCode = isBeating(process.env.HEARTBEAT_FILE ?? '') ? 0 : 1;
