import { keysOf, type Redis } from '../cache/redis.ts';

export const queueName = 'atlas';

/** Where the queue is: BullMQ wants its own word for what keys begin with, on a connection that has none. */
export type QueuePlace = {
  readonly connection: Redis;
  /** Whose jobs they are, where stages share a Redis. */
  readonly prefix?: string | undefined;
};

/** What BullMQ's queues and workers are opened with. */
export const queueOptions = ({ connection, prefix }: QueuePlace) => ({
  connection: connection as never,
  prefix: `${keysOf(prefix)}bull`,
});
