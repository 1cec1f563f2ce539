import { audit } from '@atlas/contract';
import { command, query } from '../operation.ts';
import { pageOfAuditEvents } from './audit.repository.ts';
import { sealChain } from './seal-chain.ts';
import { verifyChain } from './verify-chain.ts';

export const listAuditEvents = query(audit.listAuditEvents, pageOfAuditEvents);

export const verifyAudit = command(audit.verifyAudit, async (tx) => {
  while ((await sealChain(tx)) > 0);
  return verifyChain(tx);
});
