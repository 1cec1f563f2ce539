import { join } from 'node:path';
import type { FunctionSpec } from './instance.ts';

/**
 * The API as it is deployed (stacks/app/api.ts): its bundle, and the settings of its function. An instance serves one
 * request at a time, which leaves little behind: a small nursery holds it, where Node by itself would let it grow to 100 MB.
 */
export const apiFunction = (environment: Readonly<Record<string, string>>): FunctionSpec => ({
  name: 'api',
  folder: join(import.meta.dirname, '..', '..', '..', '..', 'functions', 'api', 'dist'),
  handler: 'handler.handler',
  environment: {
    DATABASE_POOL_SIZE: '1',
    NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=768',
    ...environment,
  },
  memoryMb: 1024,
  timeoutMs: 29_000,
});
