import { AtlasError } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { fromDatabase, isConnectionLost } from './database-errors.ts';

const coded = (code: string, message = 'something failed') => Object.assign(new Error(message), { code });

const borrowed = 'Timed-out waiting to acquire database connection';
const throughPrisma = (originalCode: string, originalMessage: string) =>
  Object.assign(coded('P2039'), { meta: { driverAdapterError: { cause: { originalCode, originalMessage } } } });

describe('a connection that is lost', () => {
  it.each([
    ['nobody listens', coded('ECONNREFUSED')],
    ['it broke while a statement was sent', coded('EPIPE')],
    ['PostgreSQL is told to stop', coded('57P01')],
    ['another of its processes died', coded('57P02')],
    ['PostgreSQL recovers', coded('57P03')],
    ['there are too many', coded('53300')],
    ['it broke while an answer was awaited', new Error('Connection terminated unexpectedly')],
    ['none became free in time', new Error('timeout exceeded when trying to connect')],
    ['RDS Proxy had none to lend', coded('XX000', borrowed)],
    ['Prisma says so', coded('P1001')],
    ['Prisma says what the proxy said', throughPrisma('XX000', borrowed)],
    ['someone else wrapped it', new Error('sign-in failed', { cause: coded('ECONNRESET') })],
  ])('is known: %s', (_case, error) => {
    expect(isConnectionLost(error)).toBe(true);
    expect(fromDatabase(error)).toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['a statement was wrong', coded('42601')],
    ['a statement took too long', coded('57014')],
    ['a law of ours was broken', new AtlasError('accounting.period_closed', 'The period is closed.')],
    ['something else', new TypeError('undefined is no function')],
    ['nothing that is an error', 'a text'],
  ])('is told from other failures: %s', (_case, error) => {
    expect(isConnectionLost(error)).toBe(false);
  });
});
