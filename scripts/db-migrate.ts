import { migrate } from '@atlas/migrate';

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  process.stderr.write('Set DATABASE_OWNER_URL to the database that should be migrated, as its owner.\n');
  process.exit(1);
}
await migrate(url);
process.stdout.write('The database is up to date.\n');
