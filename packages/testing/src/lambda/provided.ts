import type {} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether tests of the API ask a server or the function of AWS. */
    apiRunsAs: 'server' | 'lambda';
    /** Host and port of the pooler that stands before PostgreSQL. */
    poolerHost: string;
  }
}
