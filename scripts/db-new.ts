import { prismaEnvironment } from '@atlas/migrate';
import { run } from './run.ts';

const [name] = process.argv.slice(2);
const url = process.env.DATABASE_OWNER_URL;
if (!name || !url) {
  process.stderr.write('Usage: DATABASE_OWNER_URL=… npm run db:new <name>\n');
  process.exit(1);
}
// Writes the SQL that brings the migrations to the schema, and applies nothing: read it, and add policies and triggers.
process.exit(await run('prisma', ['migrate', 'dev', '--create-only', '--name', name], prismaEnvironment(url)));
