import { migrate } from '@atlas/migrate';
import { ownerUrlOrExit } from './owner-url.ts';

/** `npm run db:migrate [-- --contract]`: with the flag also what takes something away, once no earlier release runs any more. */
const { applied, waiting } = await migrate(ownerUrlOrExit(), { contract: process.argv.includes('--contract') });
for (const name of applied) process.stdout.write(`applied ${name}\n`);
process.stdout.write(
  waiting.length === 0
    ? 'The database is up to date.\n'
    : `Waiting until no earlier release runs any more (-- --contract): ${waiting.join(', ')}\n`,
);
