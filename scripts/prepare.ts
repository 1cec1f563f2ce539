import { prismaEnvironment } from '@atlas/migrate';
import { run } from './run.ts';

// After npm ci: the Prisma client of the current schema. It needs no database.
process.exit(await run('prisma', ['generate'], prismaEnvironment('postgresql://unset.invalid/atlas')));
