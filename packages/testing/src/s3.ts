import { afterAll, beforeAll, vi } from 'vitest';
import { type S3StandIn, startS3 } from './standins/s3/s3.ts';

/**
 * An S3 on loopback for the tests of this file, with its key where the vendor's client looks for it: in the environment. To be
 * called before whatever uses it opens; it ends after that.
 *
 * @returns what answers with it, once tests run
 */
export function useS3(): () => S3StandIn {
  let s3: S3StandIn | undefined;
  beforeAll(async () => {
    s3 = await startS3();
    for (const [name, value] of Object.entries(s3.environment)) if (name.startsWith('AWS_')) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await s3?.close();
  });
  return () => {
    if (!s3) throw new Error('it starts before the first test');
    return s3;
  };
}
