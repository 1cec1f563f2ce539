import { join } from 'node:path';
import type { FunctionSpec } from './instance.ts';

/** The API as it is deployed: its bundle, and the settings of its function. An instance serves one request at a time. */
export const apiFunction = (environment: Readonly<Record<string, string>>): FunctionSpec => ({
  name: 'api',
  folder: join(import.meta.dirname, '..', '..', '..', '..', 'functions', 'api', 'dist'),
  handler: 'handler.handler',
  environment: { DATABASE_POOL_SIZE: '1', ...environment },
  memoryMb: 1024,
  timeoutMs: 29_000,
});
