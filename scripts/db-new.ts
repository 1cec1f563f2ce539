import { prismaEnvironment } from '@atlas/migrate';
import { ownerUrlOrExit } from './owner-url.ts';
import { run } from './run.ts';

const [name] = process.argv.slice(2);
if (!name) {
  process.stderr.write('Usage: npm run db:new <name>\n');
  process.exit(1);
}
// Writes the SQL that brings the migrations to the schema, and applies nothing: read it, and add policies and triggers.
process.exit(await run('prisma', ['migrate', 'dev', '--create-only', '--name', name], prismaEnvironment(ownerUrlOrExit())));
