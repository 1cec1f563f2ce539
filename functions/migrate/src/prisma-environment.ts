import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Environment for Prisma's CLI, which writes migrations and compares schemas: its engine from npm unless another one is named. */
export function prismaEnvironment(ownerUrl: string): NodeJS.ProcessEnv {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...process.env,
    DATABASE_OWNER_URL: ownerUrl,
  };
}
