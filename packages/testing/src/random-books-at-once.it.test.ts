import { it } from 'vitest';
import { useOwnDatabase } from './database.ts';
import { booksHold } from './random-books/checks.ts';
import { newCompany } from './random-books/company.ts';
import { doAtRandom } from './random-books/steps.ts';

useOwnDatabase();

const people = 6;
const count = Math.ceil(Number(process.env.RANDOM_OPERATIONS ?? 180) / people);
const seed = Number(process.env.RANDOM_SEED ?? 1);

it(
  `books hold when ${people} people work on them at once, and each is told what is refused (RANDOM_SEED=${seed})`,
  async () => {
    const company = await newCompany();
    await Promise.all(Array.from({ length: people }, (_, index) => doAtRandom(company, { seed: seed * 1000 + index, count })));
    await booksHold(company);
  },
  Math.max(300_000, count * people * 500),
);
