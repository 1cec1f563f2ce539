import { command, listAuditEvents, query, verifyAudit } from '@atlas/platform';
import { listHouseAudit as listRoute, verifyHouseAudit as verifyRoute } from '../contract/audit.ts';

/** The audit trail of the house is that of its tenant, behind a permission that only administrators have. */
export const listHouseAudit = query(listRoute, listAuditEvents.in);

export const verifyHouseAudit = command(verifyRoute, verifyAudit.in);
