import { activityMeter } from './audit/activity-meter.repository.ts';
import { listAuditEvents, verifyAudit } from './audit/audit-operations.ts';
import { sealChain } from './audit/seal-chain.ts';
import { getJob, listJobs, retryJob } from './jobs/read-jobs.ts';
import { sendMail } from './mail/send-mail.job.ts';
import { defineModule } from './module.ts';
import { expireUploads } from './uploads/expire-uploads.ts';

/** What the platform itself offers to people: jobs to watch and the audit trail to read. It also sends the mail. */
export const platform = defineModule('platform', {
  operations: [listJobs, getJob, retryJob, listAuditEvents, verifyAudit],
  jobs: [sendMail],
  upkeep: [{ name: 'platform.audit.seal', run: sealChain }, expireUploads],
  meters: [activityMeter],
});
