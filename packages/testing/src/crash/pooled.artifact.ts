import { describe, it } from 'vitest';
import { killPostgresAgain } from './kill-postgres.ts';
import { ordeal } from './ordeal.ts';

describe('a PostgreSQL that is killed behind a pooler in transaction mode, with files in a bucket', () => {
  it('keeps every word it gave, and everyone finds it again', { timeout: 180_000 }, () => ordeal(killPostgresAgain, 'pooled'));
});
