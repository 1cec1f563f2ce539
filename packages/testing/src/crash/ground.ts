import { pooled } from '../lambda/pooled.ts';
import { pooledRoles } from '../lambda/pooler.ts';
import { startPgBouncer } from '../services/pgbouncer.ts';
import { environmentOn, type Ground } from '../services/program.ts';
import { startS3 } from '../standins/s3/s3.ts';

/** What programs stand on: PostgreSQL and a folder; or, as on AWS, a pooler in front of PostgreSQL and a bucket. */
export type GroundKind = 'direct' | 'pooled';

export type OpenGround = {
  /** What programs have to know of it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

/** Starts what stands between programs and servers that are killed, and is not killed itself. */
export async function openGround(kind: GroundKind, postgresUrl: string, ground: Ground): Promise<OpenGround> {
  if (kind === 'direct') return { environment: {}, close: async () => undefined };
  const [pooler, s3] = await Promise.all([startPgBouncer({ postgresUrl, passwords: pooledRoles, poolSize: 10 }), startS3()]);
  return {
    environment: { ...pooled(environmentOn(ground), new URL(pooler.url).host), ...s3.environment },
    close: async () => {
      await Promise.all([pooler.stop(), s3.close()]);
    },
  };
}
