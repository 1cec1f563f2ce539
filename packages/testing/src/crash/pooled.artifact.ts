import { describe, it } from 'vitest';
import { killPostgresAgain } from './kill-postgres.ts';
import { killWorkerAgain } from './kill-worker.ts';
import { ordeal } from './ordeal.ts';

describe('a PostgreSQL that is killed behind a pooler in transaction mode, with files in a bucket', () => {
  it('keeps every word it gave, and everyone finds it again', { timeout: 180_000 }, () => ordeal(killPostgresAgain, 'pooled'));
});

describe('a worker that is killed behind a pooler in transaction mode, with files in a bucket', () => {
  it('leaves nothing undone and does nothing twice: its transactions end with its connections', { timeout: 180_000 }, () =>
    ordeal(killWorkerAgain(3), 'pooled'),
  );
});
