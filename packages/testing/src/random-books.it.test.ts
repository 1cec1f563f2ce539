import { expect, it } from 'vitest';
import { useOwnDatabase } from './database.ts';
import { booksHold } from './random-books/checks.ts';
import { newCompany } from './random-books/company.ts';
import { doAtRandom } from './random-books/steps.ts';

useOwnDatabase();

const count = Number(process.env.RANDOM_OPERATIONS ?? 600);
// The same on every run, so that what is red stays red; other seeds are for who looks for more.
const seed = Number(process.env.RANDOM_SEED ?? 1);
const checkedEvery = 250;

it(
  `books hold whatever is done to them, in any order (RANDOM_SEED=${seed} RANDOM_OPERATIONS=${count})`,
  async () => {
    const company = await newCompany();
    const outcomes = await doAtRandom(company, { seed, count }, async (number) => {
      if (number % checkedEvery === 0) await booksHold(company);
    });
    await booksHold(company);
    const lines = [...outcomes]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([outcome, times]) => `${times} ${outcome}`);
    process.stdout.write(`books of seed ${seed} after ${count} operations:\n${lines.join('\n')}\n`);
    for (const name of ['payment', 'match', 'match undone', 'revaluation'])
      expect(outcomes.get(`${name}: done`)).toBeGreaterThan(0);
  },
  Math.max(300_000, count * 500),
);
