import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's folder `prisma`; in a bundle, the copy of it that lies beside the program. */
function prismaFolder(): string {
  const beside = join(import.meta.dirname, 'prisma');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', '..', '..', 'prisma');
}

/** The migrations of this release. */
export const ownMigrations = (): string => join(prismaFolder(), 'migrations');

/** What makes the roles; safe to repeat. */
export const rolesSql = (): string => readFileSync(join(prismaFolder(), 'sql', 'roles.sql'), 'utf8');

/** Names of the folders that hold a migration, in their order. */
export const migrationNames = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
