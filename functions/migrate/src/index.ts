export { prepareCluster } from './cluster.ts';
export { type Migrated, type MigrateOptions, migrate } from './migrate.ts';
export { contractOf } from './migration.ts';
export { MigrationRefused } from './plan.ts';
export { prismaEnvironment } from './prisma-environment.ts';
export { type DatabaseUrls, databaseUrls, type RolePasswords } from './roles.ts';
