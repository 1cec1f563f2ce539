import type { TestProject } from 'vitest/node';
import { startPgBouncer } from '../services/pgbouncer.ts';
import { passwords } from '../setup.ts';
import './provided.ts';

/** Who comes by way of a pooler: the API. The relay listens to what is announced, which no pooler passes on. */
export const pooledRoles = { atlas_app: passwords.app, atlas_auth: passwords.auth };

/** A pooler in transaction mode before the run's PostgreSQL: functions reach it as they reach RDS by its proxy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { postgresUrl } = project.getProvidedContext();
  const pooler = await startPgBouncer({ postgresUrl, passwords: pooledRoles, poolSize: 20 });
  project.provide('poolerHost', new URL(pooler.url).host);
  return pooler.stop;
}
