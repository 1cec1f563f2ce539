import { listAuditEvents, verifyAudit } from './audit/audit-operations.ts';
import { sealChain } from './audit/seal-chain.ts';
import { getJob, listJobs, retryJob } from './jobs/read-jobs.ts';
import { defineModule } from './module.ts';

/** What the platform itself offers to people: jobs to watch and the audit trail to read. */
export const platform = defineModule('platform', {
  operations: [listJobs, getJob, retryJob, listAuditEvents, verifyAudit],
  upkeep: [{ name: 'platform.audit.seal', run: sealChain }],
});
