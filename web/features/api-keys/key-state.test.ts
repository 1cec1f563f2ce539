import { describe, expect, it } from 'vitest';
import { endOf, hasEnded, stateOf } from './key-state.ts';

const now = new Date('2026-03-31T12:00:00.000Z');
const until = (expiresAt: string | null, revokedAt: string | null = null) =>
  stateOf({ expiresAt, revokedAt }, { archivedAt: null }, now);

describe('an API key', () => {
  it.each([
    [null, 'works'],
    [endOf(15, now), 'works'],
    [endOf(14, now), 'endsSoon'],
    ['2026-03-31T12:00:00.001Z', 'endsSoon'],
    ['2026-03-31T12:00:00.000Z', 'expired'],
  ] as const)('with the end %s: %s', (expiresAt, state) => {
    expect(until(expiresAt)).toBe(state);
  });

  it('of a program that was ended does nothing, and says how it ended itself', () => {
    const ended = { archivedAt: '2026-03-30T00:00:00.000Z' };
    expect(stateOf({ expiresAt: null, revokedAt: null }, ended, now)).toBe('idle');
    expect(stateOf({ expiresAt: endOf(90, now), revokedAt: null }, ended, now)).toBe('idle');
    expect(stateOf({ expiresAt: '2026-03-01T00:00:00.000Z', revokedAt: null }, ended, now)).toBe('expired');
    expect(hasEnded('idle')).toBe(true);
  });

  it('that was revoked has ended, whenever it would have', () => {
    expect(until(null, '2026-03-01T00:00:00.000Z')).toBe('revoked');
    expect(hasEnded('revoked') && hasEnded('expired')).toBe(true);
    expect(hasEnded('endsSoon') || hasEnded('works')).toBe(false);
  });
});
