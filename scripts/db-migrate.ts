import { migrate } from '@atlas/migrate';
import { ownerUrlOrExit } from './owner-url.ts';

await migrate(ownerUrlOrExit());
process.stdout.write('The database is up to date.\n');
