import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databaseOf, isLasting, prefixOf, tierOf } from './names.ts';

/** Names that SST lets a stage have. */
const stage = fc.stringMatching(/^[a-zA-Z0-9-]{1,100}$/);
/** Names that differ as little as names can. */
const similar = fc.stringMatching(/^[aA_-]{1,4}$/);

describe('the database of a stage', () => {
  it.each([
    ['production', 'atlas_production'],
    ['staging', 'atlas_staging'],
    ['pr-12', `atlas_pr_12_`],
  ])('of %s begins with %s', (name, beginning) => {
    expect(databaseOf(name).startsWith(beginning)).toBe(true);
  });

  it('is no other stage’s', () => {
    for (const names of [stage, similar])
      fc.assert(
        fc.property(names, names, (one, other) => {
          fc.pre(one !== other);
          expect(databaseOf(one)).not.toBe(databaseOf(other));
        }),
        { numRuns: 1000 },
      );
  });

  it('is not that of a stage that is called like it', () => {
    expect(databaseOf('pr_12')).not.toBe(databaseOf('pr-12'));
    expect(databaseOf('PR-12')).not.toBe(databaseOf('pr-12'));
    expect(databaseOf(databaseOf('pr-12').replace('atlas_', ''))).not.toBe(databaseOf('pr-12'));
    const long = 'a'.repeat(80);
    expect(databaseOf(`${long}1`)).not.toBe(databaseOf(`${long}2`));
  });

  it('is a name of PostgreSQL that needs no quotes, and a prefix of keys', () => {
    fc.assert(
      fc.property(stage, (name) => {
        expect(databaseOf(name)).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
        expect(prefixOf(name)).toMatch(/^[a-z0-9-]{1,60}$/);
      }),
    );
  });
});

describe('what keys of a stage begin with', () => {
  it('is the beginning of no other stage’s keys', () => {
    for (const names of [stage, similar])
      fc.assert(
        fc.property(names, names, (one, other) => {
          fc.pre(one !== other);
          expect(`${prefixOf(other)}:a key`.startsWith(`${prefixOf(one)}:`)).toBe(false);
          expect(`${prefixOf(other)}/a file`.startsWith(`${prefixOf(one)}/`)).toBe(false);
        }),
        { numRuns: 1000 },
      );
  });

  it('is its own for every pull request', () => {
    const prefixes = Array.from({ length: 5000 }, (_, index) => prefixOf(`pr-${index + 1}`));
    expect(new Set(prefixes).size).toBe(5000);
  });
});

it('gives production a foundation of its own, and keeps what stays', () => {
  expect(['production', 'staging', 'pr-12', 'production-2'].map(tierOf)).toEqual(['production', 'preview', 'preview', 'preview']);
  expect(['production', 'staging', 'pr-12', 'Staging'].filter(isLasting)).toEqual(['production', 'staging']);
});
