import { z } from 'zod';
import { page, pageInput } from './page.ts';
import { route } from './route.ts';
import { id, instant } from './schemas.ts';

export const jobStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'dead', 'cancelled']);

export const job = z
  .object({
    id,
    kind: z.string().meta({ description: 'Name of the job' }),
    status: jobStatus,
    subjectId: id.nullable().meta({ description: 'What the job works on' }),
    doneCount: z.int(),
    totalCount: z.int().nullable(),
    message: z.string().nullable(),
    error: z.string().nullable(),
    attempts: z.int(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Job' });

export const listJobs = route({
  name: 'platform.job.list',
  method: 'GET',
  path: '/jobs',
  summary: 'List background jobs, newest first',
  input: pageInput.extend({ status: jobStatus.optional() }),
  output: page(job),
  errors: ['invalid_cursor'],
});

export const getJob = route({
  name: 'platform.job.get',
  method: 'GET',
  path: '/jobs/{id}',
  summary: 'Read a background job and its progress',
  input: z.object({ id }),
  output: job,
  errors: ['not_found'],
});

export const retryJob = route({
  name: 'platform.job.retry',
  method: 'POST',
  path: '/jobs/{id}/retry',
  summary: 'Try a dead job again',
  input: z.object({ id }),
  output: job,
  errors: ['not_found', 'platform.job_not_dead'],
  status: 200,
});
