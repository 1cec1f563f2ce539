import { reportHead } from '@atlas/accounting';
import { reportable } from '@atlas/platform';
import { assetRegisterFile as spec } from '../contract/reports.ts';
import { readAssetRegister } from './read-register.ts';
import { registerPaper } from './register-paper.ts';

/** What each asset stood at on a day as a file. */
export const assetRegisterFile = reportable({
  spec,
  check: async (_tx, { asOf }) => [asOf],
  paper: ({ read, language }, terms) =>
    read(async (tx) => {
      const [head, register] = await Promise.all([reportHead(tx, {}), readAssetRegister.in(tx, terms)]);
      return registerPaper(head, register, language);
    }),
});
