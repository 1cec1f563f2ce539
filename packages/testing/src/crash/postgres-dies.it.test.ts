import { describe, it } from 'vitest';
import { killPostgresAgain } from './kill-postgres.ts';
import { ordeal } from './ordeal.ts';

describe('a PostgreSQL that is killed under load', () => {
  it('keeps every word it gave, and everyone finds it again', { timeout: 180_000 }, () => ordeal(killPostgresAgain));
});
