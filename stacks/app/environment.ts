import type { FoundationRef } from './foundation-ref.ts';
import { databaseOf, isLasting, prefixOf } from './names.ts';
import type { Secrets } from './secrets.ts';

export type Environment = Record<string, $util.Input<string>>;

export type EnvironmentOptions = {
  readonly foundation: FoundationRef;
  readonly secrets: Secrets;
  readonly publicUrl: $util.Input<string>;
  /** Known once the database has this release's schema: what takes it from here waits for that. */
  readonly release: $util.Input<string>;
};

/** The environment of the API and of the worker (packages/platform/src/config.ts). */
export function environmentOf({ foundation, secrets, publicUrl, release }: EnvironmentOptions): Environment {
  const { stage } = $app;
  // Without a password: programs sign in with tokens of IAM.
  const urlOf = (role: string, host: $util.Input<string>) =>
    $interpolate`postgresql://atlas_${role}@${host}:5432/${databaseOf(stage)}?sslmode=verify-full`;
  return {
    NODE_ENV: 'production',
    STAGE: stage,
    RELEASE: release,
    // Each figure costs by the month, and nobody watches a branch.
    METRICS: String(isLasting(stage)),
    DATABASE_APP_URL: urlOf('app', foundation.databaseProxyHost),
    DATABASE_AUTH_URL: urlOf('auth', foundation.databaseProxyHost),
    // The relay listens to what is announced, on a connection of its own, which a proxy could not lend to others.
    DATABASE_RELAY_URL: urlOf('relay', foundation.databaseHost),
    DATABASE_IAM: 'true',
    // The proxy would keep a connection for whoever names a statement.
    DATABASE_PREPARED_STATEMENTS: 'false',
    REDIS_URL: foundation.cacheUrl,
    QUEUE_REDIS_URL: foundation.queueUrl,
    REDIS_IAM: 'true',
    REDIS_PREFIX: prefixOf(stage),
    STORAGE_BUCKET: foundation.filesBucket,
    STORAGE_PREFIX: prefixOf(stage),
    PUBLIC_URL: publicUrl,
    ...secrets,
  };
}
