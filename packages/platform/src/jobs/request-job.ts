import type { EventSpec, Payload } from '@atlas/contract';
import type { TenantTx } from '../db/tenant-tx.ts';
import { insertJob } from './jobs.repository.ts';

/**
 * Asks for background work that people can watch: the message that starts it and the row that shows it commit together.
 *
 * @returns the id of the job
 */
export async function requestJob<E extends EventSpec>(
  tx: TenantTx,
  kind: string,
  spec: E,
  payload: Payload<E>,
  subjectId: string | null,
): Promise<string> {
  const id = tx.emit(spec, payload);
  await insertJob(tx, { id, kind, subjectId });
  return id;
}
