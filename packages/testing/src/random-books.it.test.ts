import { AtlasError } from '@atlas/kernel';
import { expect, it } from 'vitest';
import { useOwnDatabase } from './database.ts';
import { bank } from './random-books/bank.ts';
import { type Chance, chanceOf } from './random-books/chance.ts';
import { booksHold } from './random-books/checks.ts';
import { closing } from './random-books/closing.ts';
import { type Company, newCompany } from './random-books/company.ts';
import { documents } from './random-books/documents.ts';
import { money } from './random-books/money.ts';

useOwnDatabase();

const count = Number(process.env.RANDOM_OPERATIONS ?? 600);
// The same on every run, so that what is red stays red; other seeds are for who looks for more.
const seed = Number(process.env.RANDOM_SEED ?? 1);
const checkedEvery = 250;

type Step = { readonly name: string; readonly run: (company: Company, chance: Chance) => Promise<void> };

const steps: readonly Step[] = [...documents, ...money, ...bank, ...closing].flatMap((step) =>
  Array<Step>(step.weight).fill(step),
);

/** Runs an operation of the company so that a refusal that its contract does not name is told apart from one that it does. */
function refusingOnlyAsDeclared(company: Company): Company {
  const run: Company['run'] = async (operation, input, options) => {
    try {
      return await company.run(operation, input, options);
    } catch (error) {
      if (error instanceof AtlasError && operation.route.errors.includes(error.code)) throw error;
      throw new Error(`${operation.route.name} ${JSON.stringify(input)} fails undeclared`, { cause: error });
    }
  };
  return { ...company, run };
}

/** Does one thing. Answers how it ended: done, or the code of the refusal. */
const outcomeOf = (step: Step, company: Company, chance: Chance): Promise<string> =>
  step.run(company, chance).then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AtlasError) return error.code;
      throw error;
    },
  );

it(
  `books hold whatever is done to them, in any order (RANDOM_SEED=${seed} RANDOM_OPERATIONS=${count})`,
  async () => {
    const company = refusingOnlyAsDeclared(await newCompany());
    const chance = chanceOf(seed);
    const outcomes = new Map<string, number>();
    for (let number = 1; number <= count; number += 1) {
      const step = chance.pick(steps) as Step;
      const outcome = `${step.name}: ${await outcomeOf(step, company, chance)}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (number % checkedEvery === 0) await booksHold(company);
    }
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
