import { emptyS3, openRedis, removeKeys, untilConnected } from '@atlas/platform';
import type { MigrateEvent } from './event.ts';

export type Removed = { readonly files: number; readonly keys: number };

async function removeFrom(url: string, stage: string, iam: boolean): Promise<number> {
  const redis = openRedis(url, undefined, { iam });
  try {
    await untilConnected(redis);
    return await removeKeys(redis, stage);
  } finally {
    redis.disconnect();
  }
}

/**
 * Removes what a preview has outside its database: its files, and its keys in Redis. What they begin with is the name of the
 * database (`prefixOf` in stacks/app/names.ts), so that whoever may not lose that loses none of these. Safe to repeat.
 *
 * @throws Error when the environment does not say where they are, or when they cannot be reached
 */
export async function removeLeftovers(env: NodeJS.ProcessEnv, { database }: MigrateEvent): Promise<Removed> {
  const { STORAGE_BUCKET: bucket, STORAGE_ENDPOINT: endpoint, REDIS_URL: cache, QUEUE_REDIS_URL: queue } = env;
  if (!bucket || !cache || !queue) throw new Error('STORAGE_BUCKET, REDIS_URL and QUEUE_REDIS_URL are needed');
  const prefix = database.replaceAll('_', '-');
  const files = await emptyS3({ bucket, prefix, ...(endpoint && { endpoint }) });
  const iam = env.REDIS_IAM === 'true';
  const keys = (await removeFrom(cache, prefix, iam)) + (await removeFrom(queue, prefix, iam));
  return { files, keys };
}
