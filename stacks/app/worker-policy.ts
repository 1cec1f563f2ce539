import type { FoundationRef } from './foundation-ref.ts';
import { mayKeepFiles, maySignIn, mayTellTraces, mayUseValkey } from './permissions.ts';

/** What the worker may do, and nothing that SST adds for looking into a running task. */
export const workerPolicy = (foundation: FoundationRef) => ({
  name: 'inline',
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      maySignIn(foundation.databaseProxyId, ['app']),
      maySignIn(foundation.databaseResourceId, ['relay']),
      mayUseValkey(foundation.queueName),
      ...mayKeepFiles(foundation),
      mayTellTraces,
    ],
  }).json,
});
