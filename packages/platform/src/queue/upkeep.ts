import type { Module } from '../module.ts';
import { type JobResources, systemCtx, systemWrite } from './job-run.ts';

/** Runs the housekeeping of one tenant until there is nothing left to do. */
export async function runUpkeep(resources: JobResources, modules: readonly Module[], tenantId: string): Promise<void> {
  for (const { name, run } of modules.flatMap((module) => module.upkeep)) {
    while ((await systemWrite(systemCtx(resources, tenantId), name, run)) > 0);
  }
}
