import { AtlasError } from '@atlas/kernel';
import { expect } from 'vitest';
import { leaves, replacedAt } from './inputs.ts';
import { everyOperation, type Input, type Law, preparedToRunHere } from './scenario.ts';

/** What people, spreadsheets and attackers put where a value should be. */
const nonsense: readonly unknown[] = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'x'.repeat(20_000),
  "'; drop table parties; --",
  '%',
  'NaN',
  '1e400',
  '-0',
  '9'.repeat(15),
  `0.${'9'.repeat(9)}`,
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '019a0000-0000-7000-8000-000000000000',
  -1,
  0,
  1.5,
  2 ** 53,
  1e308,
  true,
  null,
  [],
  {},
];

/** Codes of the kernel that need no declaration: the input was not what the contract asks for. */
const undeclared = new Set(['validation_failed', 'invalid_date']);

/** Bad input gets a precise error: whatever stands in a field, the answer is success or a refusal that is declared. */
export const survivesNonsense: Law = {
  title: 'takes nonsense in any field as success or as a refusal that its contract declares',
  appliesTo: everyOperation,
  hold: async (subject) => {
    const { operation } = subject;
    // What a field may hold does not depend on who carries it: thousands of requests over HTTP would say nothing else.
    const { world, input } = await preparedToRunHere(subject);
    const surprises: string[] = [];
    for (const [place] of leaves(input)) {
      for (const value of nonsense) {
        try {
          await world.run(operation, replacedAt(input, place, value) as Input);
        } catch (error) {
          const code = error instanceof AtlasError ? error.code : String(error);
          if (undeclared.has(code) || operation.route.errors.includes(code)) continue;
          surprises.push(`${place.join('.')} = ${JSON.stringify(value)?.slice(0, 40)}: ${code}`);
        }
      }
    }
    expect(surprises).toEqual([]);
  },
};
