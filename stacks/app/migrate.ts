import type { FoundationRef } from './foundation-ref.ts';
import { functionOf } from './function.ts';
import { databaseOf, isLasting } from './names.ts';
import { mayRemoveFiles, mayUseValkey } from './permissions.ts';

/** The certificates of RDS, where AWS's runtime has them: the server's own is none that Node knows. */
const certificates = '/var/runtime/ca-cert.pem';

/** What only a person asks for: packages/docs/operations/rollback.md. */
const askedFor = () => ({
  rollback: process.env.MIGRATE_ROLLBACK === 'true',
  contract: process.env.MIGRATE_CONTRACT === 'true',
});

/** Where a preview has more than its database, which goes with it (functions/migrate/src/leftovers.ts). */
const leftoversOf = ({ filesBucket, cacheUrl, queueUrl }: FoundationRef) => ({
  STORAGE_BUCKET: filesBucket,
  REDIS_URL: cacheUrl,
  QUEUE_REDIS_URL: queueUrl,
  REDIS_IAM: 'true',
});

/**
 * Brings the stage's database to this release's schema, before anything of the release is reached. The database of a
 * branch's stage is made with the stage, holds the demo workspace, and is dropped with it, as are its files and its keys.
 *
 * @returns the release, once that is done
 */
export function migrated(foundation: FoundationRef, release: string): $util.Output<string> {
  const { databaseAdministrator, databaseApp, databaseAuth, keyArn } = foundation;
  const lasting = isLasting($app.stage);
  const fn = new sst.aws.Function('Migrate', {
    ...functionOf('migrate', foundation),
    timeout: '15 minutes',
    environment: {
      NODE_ENV: 'production',
      DATABASE_HOST: foundation.databaseHost,
      DATABASE_ADMINISTRATOR: databaseAdministrator,
      DATABASE_APP: databaseApp,
      DATABASE_AUTH: databaseAuth,
      NODE_EXTRA_CA_CERTS: certificates,
      ...(lasting ? {} : leftoversOf(foundation)),
    },
    permissions: [
      { actions: ['secretsmanager:GetSecretValue'], resources: [databaseAdministrator, databaseApp, databaseAuth] },
      { actions: ['kms:Decrypt'], resources: [keyArn] },
      ...(lasting ? [] : [...mayRemoveFiles(foundation), mayUseValkey(foundation.cacheName, foundation.queueName)]),
    ],
  });
  const invocation = new aws.lambda.Invocation(
    'Migrated',
    {
      functionName: fn.name,
      lifecycleScope: lasting ? 'CREATE_ONLY' : 'CRUD',
      input: JSON.stringify({ stage: $app.stage, database: databaseOf($app.stage), seed: !lasting, release, ...askedFor() }),
      // A change of these replaces the invocation: in a branch's stage that would drop its database in passing.
      ...(lasting ? { triggers: { release } } : {}),
    },
    { deleteBeforeReplace: true },
  );
  return invocation.result.apply(() => release);
}
