import { randomUUID } from 'node:crypto';
import { openRedis, s3Storage, untilConnected } from '@atlas/platform';
import { openQueueRedis } from '@atlas/platform/queue';
import { Queue } from 'bullmq';

/** What a stage is given: more than anybody lists at once. */
export const sown = { files: 12, jobs: 1100 };

const limit = { bytes: 1, code: 'imports.file_too_large' };

async function sowFiles({ STORAGE_BUCKET = '', STORAGE_PREFIX = '', STORAGE_ENDPOINT = '' }: NodeJS.ProcessEnv): Promise<void> {
  const storage = s3Storage({ bucket: STORAGE_BUCKET, prefix: STORAGE_PREFIX, endpoint: STORAGE_ENDPOINT });
  const slot = { tenantId: randomUUID(), uploadId: randomUUID() };
  const content = async function* () {
    yield Buffer.from('a');
  };
  for (let files = 1; files < sown.files; files++) await storage.put(slot.tenantId, content(), limit);
  const { url, method, headers } = await storage.incoming.target(slot, 1);
  const { status } = await fetch(url, { method, headers, body: 'a' });
  if (status !== 200) throw new Error(`the upload was answered ${status}`);
}

async function sowJobs({ REDIS_URL = '', STORAGE_PREFIX = '' }: NodeJS.ProcessEnv): Promise<void> {
  const connection = openQueueRedis(REDIS_URL);
  const queue = new Queue('atlas', { connection: connection as never, prefix: `${STORAGE_PREFIX}:bull` });
  await queue.addBulk(Array.from({ length: sown.jobs }, (_, number) => ({ name: 'trial', data: { number } })));
  await queue.close();
  connection.disconnect();
}

/** Leaves files, an upload that nobody took and jobs of a stage. */
export async function sow(environment: NodeJS.ProcessEnv): Promise<void> {
  await sowFiles(environment);
  await sowJobs(environment);
}

/** What keys of Redis and of a bucket begin with, each once. */
export async function leftBehind(redisUrl: string, objects: ReadonlyMap<string, unknown>): Promise<string[]> {
  const redis = openRedis(redisUrl);
  await untilConnected(redis);
  const keys = [...(await redis.keys('*')), ...objects.keys()];
  redis.disconnect();
  return [...new Set(keys.map((key) => /^(?:incoming\/)?[^:/]+[:/]/.exec(key)?.[0] ?? key))].sort();
}
