import { jobs } from '@atlas/contract';
import { AtlasError, present } from '@atlas/kernel';
import { found } from '../db/editing.ts';
import { command, query } from '../operation.ts';
import { loadJob, pageOfJobs, requeue } from './jobs.repository.ts';

export const listJobs = query(jobs.listJobs, pageOfJobs);

export const getJob = query(jobs.getJob, async (tx, { id }) => found(await loadJob(tx, id), 'job'));

export const retryJob = command(jobs.retryJob, async (tx, { id }) => {
  const before = found(await loadJob(tx, id), 'job');
  if (before.status !== 'dead')
    throw new AtlasError('platform.job_not_dead', `The job is ${before.status}; only a dead one can be tried again.`);
  await requeue(tx, id);
  const after = present(await loadJob(tx, id), 'the job was just read');
  tx.record({ subjectId: id, before, after });
  return after;
});
