type Environment = Readonly<Record<string, string>> & { readonly DATABASE_APP_URL: string; readonly DATABASE_AUTH_URL: string };

/** The environment of a function that reaches PostgreSQL by way of a pooler, which knows no prepared statements. */
export function pooled(environment: Environment, poolerHost: string): Record<string, string> {
  const through = (databaseUrl: string): string => Object.assign(new URL(databaseUrl), { host: poolerHost }).toString();
  return {
    ...environment,
    DATABASE_APP_URL: through(environment.DATABASE_APP_URL),
    DATABASE_AUTH_URL: through(environment.DATABASE_AUTH_URL),
    DATABASE_PREPARED_STATEMENTS: 'false',
  };
}
