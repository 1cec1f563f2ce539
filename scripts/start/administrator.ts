const usualDatabase = 'atlas';

/**
 * How DATABASE_URL is read: whom to connect as, and which database is Atlas's. A URL of the server alone, or of its
 * `postgres` database, means the database `atlas`; any other name is taken as it is. The connection goes to `postgres`,
 * because the database may not exist yet.
 */
export function administratorOf(databaseUrl: string): { administratorUrl: string; database: string } {
  const url = new URL(databaseUrl);
  const named = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  return { administratorUrl: url.toString(), database: named === '' || named === 'postgres' ? usualDatabase : named };
}
