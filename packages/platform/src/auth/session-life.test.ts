import { describe, expect, it } from 'vitest';
import { freshFor, isFresh, isOver, life, prolonged } from './session-life.ts';

const day = 86_400_000;
const created = Date.UTC(2026, 0, 1);
const at = (days: number): Date => new Date(created + days * day);
const session = (expires: number) => ({ createdAt: at(0), expiresAt: at(expires).toISOString() });

describe('a session', () => {
  it('is over when it was not used for long enough', () => {
    expect(isOver(session(7), at(6.99).getTime())).toBe(false);
    expect(isOver(session(7), at(7).getTime())).toBe(true);
  });

  it('is over after its longest life, whatever its expiry says', () => {
    expect(isOver(session(90), at(29.99).getTime())).toBe(false);
    expect(isOver(session(90), at(30).getTime())).toBe(true);
  });

  it('lives on when it is used, at most once a day and never beyond its longest life', () => {
    expect(prolonged(session(7), at(0.5).getTime())).toBeNull();
    expect(prolonged(session(7), at(3).getTime())).toEqual(at(10));
    expect(prolonged(session(28), at(26).getTime())).toEqual(at(30));
    expect(prolonged(session(30), at(29.5).getTime())).toBeNull();
  });

  it('of someone who is not to be remembered is not prolonged', () => {
    expect(prolonged(session(1), at(0.9).getTime())).toBeNull();
  });
});

describe('a proof of who one is', () => {
  it('lasts ten minutes, and there is none without one', () => {
    expect(isFresh(at(0), created + freshFor - 1)).toBe(true);
    expect(isFresh(at(0).toISOString(), created + freshFor)).toBe(false);
    expect([isFresh(null), isFresh(undefined)]).toEqual([false, false]);
    expect(life.idle).toBeLessThan(life.absolute);
  });
});
