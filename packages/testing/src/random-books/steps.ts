import { AtlasError } from '@atlas/kernel';
import { bank } from './bank.ts';
import { type Chance, chanceOf } from './chance.ts';
import { closing } from './closing.ts';
import type { Company } from './company.ts';
import { documents } from './documents.ts';
import { money } from './money.ts';

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

/**
 * Does things to a company, one after the other, as a seed chooses them.
 *
 * @param after what is looked at after each
 * @returns how often each thing ended how
 */
export async function doAtRandom(
  company: Company,
  { seed, count }: { readonly seed: number; readonly count: number },
  after: (number: number) => Promise<void> = async () => undefined,
): Promise<Map<string, number>> {
  const strict = refusingOnlyAsDeclared(company);
  const chance = chanceOf(seed);
  const outcomes = new Map<string, number>();
  for (let number = 1; number <= count; number += 1) {
    const step = chance.pick(steps) as Step;
    const outcome = `${step.name}: ${await outcomeOf(step, strict, chance)}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await after(number);
  }
  return outcomes;
}
