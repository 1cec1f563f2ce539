import { listAccounts, setUpCompany } from './operations.ts';
import { newWorld, type World } from './world.ts';

export type Books = World & {
  /** Id of the account with this code. */
  account(code: string): string;
};

/** A workspace whose books are open from a day on. */
export async function newBooks(
  booksStartOn = '2026-01-01',
  baseCurrency = 'EUR',
  chart: 'standard' | 'services' | 'empty' = 'standard',
): Promise<Books> {
  const world = await newWorld();
  await world.run(setUpCompany, { name: 'Test Ltd', baseCurrency, booksStartOn, chart });
  const accounts = await world.run(listAccounts, { limit: 200 });
  const ids = new Map(accounts.items.map(({ code, id }) => [code, id]));
  return {
    ...world,
    account: (code) => {
      const id = ids.get(code);
      if (!id) throw new Error(`the chart has no account ${code}`);
      return id;
    },
  };
}
